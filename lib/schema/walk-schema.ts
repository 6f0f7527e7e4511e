import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';

/** A JSON Schema at run time, of any origin. */
export interface RawSchema {
  readonly [keyword: string]: unknown;
}

// Every keyword of draft 2020-12 that contains schemas, and those that draft-07 had.
// https://json-schema.org/draft/2020-12/json-schema-core#section-10

/** Keywords whose value is a schema, or a list of schemas. */
const schemaKeywords =
  /^(items|prefixItems|additionalItems|contains|unevaluatedItems|additionalProperties|unevaluatedProperties|propertyNames|anyOf|oneOf|allOf|not|if|then|else)$/;

/** Keywords whose value maps names to schemas. The names are the user's, so one may be `items`. */
const namedSchemaKeywords =
  /^(properties|patternProperties|dependentSchemas|dependencies|\$defs|definitions)$/;

/**
 * Applies a change to each schema in the value of a keyword. `path` is the path from the schema, such as
 * `properties.age`.
 */
export function mapSchemas(
  keyword: string,
  value: unknown,
  change: (schema: RawSchema, path: string) => unknown,
): unknown {
  const changed = (one: unknown, path: string) => (isObject(one) ? change(one, path) : one);
  if (namedSchemaKeywords.test(keyword) && isObject(value)) {
    const entries = Object.entries(value).map(([name, one]) => [name, changed(one, `${keyword}.${name}`)]);
    return Object.fromEntries(entries);
  }
  if (!schemaKeywords.test(keyword)) return value;
  if (!Array.isArray(value)) return changed(value, keyword);
  return value.map((one, index) => changed(one, `${keyword}.${index}`));
}

/**
 * Visits a schema and all its subschemas, with their paths. In a list, or among named schemas, values that are not
 * objects are visited too, since they may be mistakes.
 */
export function visitSchema(
  root: RawSchema,
  path: string,
  visit: (schema: RawSchema, path: string) => void,
): void {
  const open: [unknown, string][] = [[root, path]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, at] = next;
    // The visitor checks whether it is a schema.
    visit(schema as RawSchema, at);
    if (isObject(schema)) open.push(...schemasIn(schema, at).reverse());
  }
}

function schemasIn(schema: RawSchema, at: string): [unknown, string][] {
  return Object.entries(schema).flatMap(([keyword, value]): [unknown, string][] => {
    if (typeof value !== 'object' || value === null) return [];
    const isNamed = namedSchemaKeywords.test(keyword);
    if (!isNamed && !schemaKeywords.test(keyword)) return [];
    const here = `${at}.${keyword}`;
    if (!isNamed && !Array.isArray(value)) return [[value, here]];
    return Object.entries(value).map(([name, one]) => [one, `${here}.${name}`]);
  });
}

const maxDepth = 500;
const maxValues = 1_000_000;

/**
 * Refuses a schema that contains itself, or is too large: reading it would not end.
 *
 * @throws {ValidationError} For more than 500 levels or 1,000,000 values.
 */
export function assertReadable(schema: object, path: string): void {
  const open: [object, number][] = [[schema, 1]];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    count += 1;
    if (depth > maxDepth || count > maxValues) {
      const message = `this schema contains itself, or has more than ${maxDepth} levels or ${maxValues} values`;
      throw new ValidationError([{ path, rule: 'schema', message }]);
    }
    for (const one of Object.values(value))
      if (typeof one === 'object' && one !== null) open.push([one, depth + 1]);
  }
}
