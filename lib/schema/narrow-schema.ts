import { isRawSchema, type RawSchema } from './to-json-schema.js';

/** A keyword that the API does not take where it enforces a schema. */
export interface MovedKeyword {
  /** Where it stood, dotted: `properties.age.minimum`. */
  readonly path: string;
  readonly value: unknown;
}

/** A schema as the API enforces it. */
export interface NarrowSchema {
  readonly schema: RawSchema;
  /** The keywords that now stand in the `description` beside them, for the model to read. */
  readonly moved: readonly MovedKeyword[];
}

/** @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations */
const taken = /^(type|enum|const|\$ref|required|additionalProperties|description|title|default)$/;
const formats = /^(date-time|time|date|duration|email|hostname|uri|ipv4|ipv6|uuid)$/;
const ofSchemas = /^(properties|\$defs|definitions|anyOf|allOf|oneOf)$/;

/**
 * Makes a schema what the API enforces, as far as it can be: objects that say nothing of other properties are closed,
 * `oneOf` becomes `anyOf`, and a keyword that the API refuses is moved into the `description` beside it.
 *
 * What only repeats what is there is dropped: a `pattern` beside a known `format`, the bounds of safe integers.
 */
export function narrowSchema(root: RawSchema): NarrowSchema {
  const moved: MovedKeyword[] = [];
  const narrow = (given: RawSchema, base: string): RawSchema => {
    const schema: Record<string, unknown> = {};
    const said: string[] = [];
    for (const [keyword, value] of Object.entries(given)) {
      const path = base + keyword;
      if (ofSchemas.test(keyword)) schema[keyword === 'oneOf' ? 'anyOf' : keyword] = members(value, path);
      else if (keyword === 'items') schema.items = member(value, path);
      else if (taken.test(keyword) || isEnforced(keyword, value)) schema[keyword] = value;
      else if (!isRedundant(keyword, value, given)) {
        moved.push({ path, value });
        said.push(`${keyword}: ${JSON.stringify(value)}`);
      }
    }
    if (given.type === 'object' || given.properties) schema.additionalProperties ??= false;
    if (said.length > 0) {
      const about = given.description ? `${given.description}\n\n` : '';
      schema.description = `${about}{${said.join(', ')}}`;
    }
    return schema;
  };
  const member = (value: unknown, path: string) => (isRawSchema(value) ? narrow(value, `${path}.`) : value);
  const members = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => member(each, `${path}.${index}`));
    if (!isRawSchema(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, member(each, `${path}.${name}`)]),
    );
  };
  return { schema: narrow(root, ''), moved };
}

function isEnforced(keyword: string, value: unknown): boolean {
  if (keyword === 'format') return formats.test(String(value));
  return keyword === 'minItems' && (value === 0 || value === 1);
}

function isRedundant(keyword: string, value: unknown, { format }: RawSchema): boolean {
  if (keyword === 'pattern') return formats.test(String(format));
  return /^m(in|ax)imum$/.test(keyword) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
}
