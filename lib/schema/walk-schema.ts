import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';

/** A JSON Schema as it comes at run time, of whatever origin. */
export interface RawSchema {
  readonly [keyword: string]: unknown;
}

// Every keyword of draft 2020-12 that holds schemas, and those of draft-07 that are gone since.
// https://json-schema.org/draft/2020-12/json-schema-core#section-10

/** Their value is a schema, or a list of schemas. */
const schemaKeywords =
  /^(items|prefixItems|additionalItems|contains|unevaluatedItems|additionalProperties|unevaluatedProperties|propertyNames|anyOf|oneOf|allOf|not|if|then|else)$/;

/** Their value is schemas by name; the names are the user's own, and one may be `items`. */
const namedSchemaKeywords =
  /^(properties|patternProperties|dependentSchemas|dependencies|\$defs|definitions)$/;

/** The value of a keyword with each schema in it changed. `path` leads there from the schema: `properties.age`. */
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
 * Visits a schema and all schemas in it, with their paths. In a list or among named schemas a value that is no object is
 * visited, too: it may be a mistake.
 */
export function visitSchema(
  root: RawSchema,
  path: string,
  visit: (schema: RawSchema, path: string) => void,
): void {
  const open: [unknown, string][] = [[root, path]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, at] = next;
    // What is no schema is for the visitor to find.
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
 * Refuses a schema that contains itself, or is as good as bottomless: reading it would never end.
 *
 * @throws ValidationError for more than 500 levels or 1,000,000 values.
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
