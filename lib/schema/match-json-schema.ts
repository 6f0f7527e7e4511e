import type { Problem } from '../errors/validation-error.js';
import { definitionOf } from './references.js';
import { isRawSchema } from './to-json-schema.js';

/**
 * What is wrong with a value by a JSON Schema, as far as a handler has to rely on it: `type`, `enum`, `const`,
 * `required`, `properties`, closed objects, `items`, `anyOf`, `oneOf` (as `anyOf`), `allOf` and local references.
 * Bounds, lengths and patterns are not checked: give a schema of a library where they matter.
 */
export function matchProblems(schema: unknown, value: unknown): readonly Problem[] {
  return problemsAt('', schema, value, schema);
}

function problemsAt(path: string, schema: unknown, value: unknown, root: unknown): readonly Problem[] {
  if (schema === false) return [problem(path, 'is not expected')];
  if (!isRawSchema(schema)) return [];
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  const { type, properties, required, items, $ref, allOf } = schema;
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((name) => isOfType(value, name)))
    return [problem(path, `must be ${types.join(' or ')}, not ${typeOf(value)}`)];
  const allowed = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(allowed) && !allowed.some((each) => isSame(each, value)))
    return [problem(path, `must be one of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`)];
  if (typeof $ref === 'string') return problemsAt(path, definitionOf($ref, root), value, root);

  const problems: Problem[] = [];
  const some = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(some)) {
    const attempts = some.map((each) => problemsAt(path, each, value, root));
    if (attempts.every(({ length }) => length > 0)) {
      // The nearest alternative says more than the number of them.
      const [nearest = []] = attempts.toSorted((left, right) => depth(right) - depth(left));
      problems.push(...nearest);
    }
  }
  if (Array.isArray(allOf)) problems.push(...allOf.flatMap((each) => problemsAt(path, each, value, root)));
  if (Array.isArray(value))
    problems.push(...value.flatMap((each, index) => problemsAt(at(index), items, each, root)));
  else if (isRawSchema(value)) {
    for (const name of Array.isArray(required) ? required : [])
      if (!Object.hasOwn(value, name)) problems.push(problem(at(name), 'is missing'));
    for (const [name, each] of Object.entries(value)) {
      const listed = isRawSchema(properties) && Object.hasOwn(properties, name);
      problems.push(
        ...problemsAt(at(name), listed ? properties[name] : schema.additionalProperties, each, root),
      );
    }
  }
  return problems;
}

function problem(path: string, message: string): Problem {
  return { path, rule: 'schema', message };
}

const depth = ([first]: readonly Problem[]) => first?.path.split('.').length ?? 0;

function isOfType(value: unknown, type: unknown): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (isRawSchema(left) && JSON.stringify(left) === JSON.stringify(right));
}
