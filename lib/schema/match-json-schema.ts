import { isObject } from '../base/is-object.js';
import type { Problem } from '../errors/validation-error.js';
import { type Mismatch, mismatch, nearest, problem } from './mismatch.js';
import { resolveReferences } from './references.js';
import { isOfType, typeOf } from './type-of.js';

/**
 * References and combinations can require 2ⁿ checks of one value. The limit is far above what an input of 128,000
 * tokens needs.
 */
const maxChecks = 200_000;
const maxDepth = 1_000;

interface Context {
  readonly root: unknown;
  readonly depth: number;
  readonly budget: { checksLeft: number };
}

class TooManyChecks extends Error {}

/**
 * Checks a value against a JSON Schema, as far as a handler has to rely on it: `type`, `enum`, `const`, `required`,
 * `properties`, closed objects, `items`, `prefixItems`, `anyOf`, `oneOf` (as `anyOf`), `allOf` and local references.
 * Bounds, lengths and patterns are not checked; use a schema library for these.
 */
export function matchProblems(schema: unknown, value: unknown): readonly Problem[] {
  try {
    const context = { root: schema, depth: 0, budget: { checksLeft: maxChecks } };
    return problemsAt('', schema, value, context).map(({ path, rule, message }) => ({ path, rule, message }));
  } catch (error) {
    if (!(error instanceof TooManyChecks)) throw error;
    return [problem('', error.message)];
  }
}

function problemsAt(path: string, schema: unknown, value: unknown, outer: Context): readonly Mismatch[] {
  const { root, budget } = outer;
  const context = { root, budget, depth: outer.depth + 1 };
  budget.checksLeft -= 1;
  if (budget.checksLeft < 0)
    throw new TooManyChecks(`takes more than ${maxChecks} checks: simplify the references of the schema`);
  if (context.depth > maxDepth)
    throw new TooManyChecks(`is more than ${maxDepth} levels deep, by its schema`);
  if (schema === false) return [problem(path, 'is not expected')];
  if (!isObject(schema)) return [];
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  const { type, properties, required, items, $ref, allOf } = schema;
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((name) => isOfType(value, name)))
    return [mismatch(path, value, { types })];
  const allowed = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(allowed) && !allowed.some((each) => isSame(each, value)))
    return [mismatch(path, value, { values: allowed.map((each) => JSON.stringify(each)) })];
  if (typeof $ref === 'string') return problemsAt(path, resolveReferences(schema, root), value, context);

  const problems: Mismatch[] = [];
  const some = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(some)) {
    const attempts = some.map((each) => problemsAt(path, each, value, context));
    if (attempts.every(({ length }) => length > 0)) problems.push(...nearest(path, value, attempts));
  }
  if (Array.isArray(allOf)) problems.push(...allOf.flatMap((each) => problemsAt(path, each, value, context)));
  if (Array.isArray(value)) {
    const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    const schemaAt = (index: number) => (index < first.length ? first[index] : items);
    problems.push(...value.flatMap((each, index) => problemsAt(at(index), schemaAt(index), each, context)));
  } else if (isObject(value)) {
    for (const name of Array.isArray(required) ? required : [])
      if (!Object.hasOwn(value, name)) problems.push(problem(at(name), 'is missing'));
    // An unlisted name may match a pattern, and patterns are not checked here.
    const others = schema.patternProperties === undefined ? schema.additionalProperties : undefined;
    for (const [name, each] of Object.entries(value)) {
      const isListed = isObject(properties) && Object.hasOwn(properties, name);
      problems.push(...problemsAt(at(name), isListed ? properties[name] : others, each, context));
    }
  }
  return problems;
}

/** Whether two JSON values are equal, ignoring the order of fields. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || left === null || typeOf(left) !== typeOf(right)) return false;
  const [one, other] = [Object.entries(left), Object(right)];
  return one.length === Object.keys(other).length && one.every(([name, value]) => isSame(value, other[name]));
}
