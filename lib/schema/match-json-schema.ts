import type { Problem } from '../errors/validation-error.js';
import { definitionOf } from './references.js';
import { isRawSchema } from './to-json-schema.js';
import { isOfType, typeOf } from './type-of.js';

/**
 * What is wrong with a value by a JSON Schema, as far as a handler has to rely on it: `type`, `enum`, `const`,
 * `required`, `properties`, closed objects, `items`, `prefixItems`, `anyOf`, `oneOf` (as `anyOf`), `allOf` and local
 * references. Bounds, lengths and patterns are not checked: give a schema of a library where they matter.
 */
export function matchProblems(schema: unknown, value: unknown): readonly Problem[] {
  return problemsAt('', schema, value, schema);
}

/** What is wrong at a place. It has what would be right there, where that can be listed: types, or values as JSON. */
interface Mismatch extends Problem {
  readonly types?: readonly unknown[];
  readonly values?: readonly string[];
}

function problemsAt(path: string, schema: unknown, value: unknown, root: unknown): readonly Mismatch[] {
  if (schema === false) return [problem(path, 'is not expected')];
  if (!isRawSchema(schema)) return [];
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  const { type, properties, required, items, $ref, allOf } = schema;
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((name) => isOfType(value, name)))
    return [mismatch(path, value, { types })];
  const allowed = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(allowed) && !allowed.some((each) => isSame(each, value)))
    return [mismatch(path, value, { values: allowed.map((each) => JSON.stringify(each)) })];
  if (typeof $ref === 'string') return problemsAt(path, definitionOf($ref, root), value, root);

  const problems: Mismatch[] = [];
  const some = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(some)) {
    const attempts = some.map((each) => problemsAt(path, each, value, root));
    if (attempts.every(({ length }) => length > 0)) problems.push(...nearest(path, value, attempts));
  }
  if (Array.isArray(allOf)) problems.push(...allOf.flatMap((each) => problemsAt(path, each, value, root)));
  if (Array.isArray(value)) {
    const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    const schemaAt = (index: number) => (index < first.length ? first[index] : items);
    problems.push(...value.flatMap((each, index) => problemsAt(at(index), schemaAt(index), each, root)));
  } else if (isRawSchema(value)) {
    for (const name of Array.isArray(required) ? required : [])
      if (!Object.hasOwn(value, name)) problems.push(problem(at(name), 'is missing'));
    // A name that is not listed may match a pattern, and patterns are not read here.
    const others = schema.patternProperties === undefined ? schema.additionalProperties : undefined;
    for (const [name, each] of Object.entries(value)) {
      const isListed = isRawSchema(properties) && Object.hasOwn(properties, name);
      problems.push(...problemsAt(at(name), isListed ? properties[name] : others, each, root));
    }
  }
  return problems;
}

/**
 * What is wrong by the alternative that was meant: the one of the value's type whose `const` fields fit. When none
 * does, what all of them would take in that place.
 */
function nearest(
  path: string,
  value: unknown,
  attempts: readonly (readonly Mismatch[])[],
): readonly Mismatch[] {
  const ofItsType = attempts.filter(
    (problems) => !problems.some((each) => each.path === path && isListed(each)),
  );
  if (ofItsType.length === 0) return [merged(path, value, attempts)];
  const meant = ofItsType.filter((problems) => problems.every(({ values }) => values === undefined));
  const at = ofItsType[0]?.find(({ values }) => values !== undefined)?.path;
  if (meant.length === 0 && at !== undefined && ofItsType.every((problems) => problems.some(isAt(at))))
    return [merged(at, undefined, ofItsType)];
  const [first = []] = (meant.length > 0 ? meant : ofItsType).toSorted(
    (left, right) => depth(right) - depth(left) || left.length - right.length,
  );
  return first;
}

/** One problem for all that is listed at a place. */
function merged(path: string, value: unknown, attempts: readonly (readonly Mismatch[])[]): Mismatch {
  const here = attempts.flat().filter(isAt(path));
  const types = [...new Set(here.flatMap((each) => each.types ?? []))];
  const values = [...new Set(here.flatMap((each) => each.values ?? []))];
  return mismatch(path, value, { types, values });
}

function mismatch(
  path: string,
  value: unknown,
  { types = [], values = [] }: Pick<Mismatch, 'types' | 'values'>,
): Mismatch {
  const message =
    types.length > 0
      ? `must be ${[...values, ...types].join(' or ')}, not ${typeOf(value)}`
      : `must be one of ${values.join(', ')}`;
  const listed = { ...(types.length > 0 && { types }), ...(values.length > 0 && { values }) };
  return { ...problem(path, message), ...listed };
}
const depth = ([first]: readonly Problem[]) => first?.path.split('.').length ?? 0;

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (isRawSchema(left) && JSON.stringify(left) === JSON.stringify(right));
}
