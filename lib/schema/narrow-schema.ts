import { isObject } from '../base/is-object.js';
import { isRedundant, isTaken } from './enforced-keywords.js';
import type { RawSchema } from './to-json-schema.js';

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

const ofSchemas = /^(properties|\$defs|definitions|anyOf|allOf|oneOf)$/;

/**
 * Makes a schema what the API enforces, as far as it can be: objects that say nothing of other properties are closed,
 * `oneOf` becomes `anyOf`, and a keyword that the API is not known to take is moved into the `description` beside it.
 *
 * What only repeats what is there is dropped: a `pattern` beside a known `format`, the bounds of safe integers.
 */
export function narrowSchema(root: RawSchema): NarrowSchema {
  const moved: MovedKeyword[] = [];
  return { schema: rewrite(root, moved), moved };
}

/** The same, but every keyword stays where it is: whoever wants a strict tool is told of those that the API refuses. */
export function closeSchema(root: RawSchema): RawSchema {
  return rewrite(root, undefined);
}

function rewrite(root: RawSchema, moved: MovedKeyword[] | undefined): RawSchema {
  const narrow = (given: RawSchema, base: string): RawSchema => {
    const schema: Record<string, unknown> = {};
    const said: string[] = [];
    for (const [keyword, value] of Object.entries(given)) {
      const path = base + keyword;
      if (ofSchemas.test(keyword)) schema[keyword === 'oneOf' ? 'anyOf' : keyword] = members(value, path);
      // The items after the first ones move with those: alone, `items: false` would let in no item at all.
      else if (keyword === 'items' && !(moved && given.prefixItems)) schema.items = member(value, path);
      else if (isTaken(keyword, value)) schema[keyword] = value;
      else if (isRedundant(keyword, value, given)) continue;
      else if (moved === undefined) schema[keyword] = value;
      else {
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
  const member = (value: unknown, path: string) => (isObject(value) ? narrow(value, `${path}.`) : value);
  const members = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => member(each, `${path}.${index}`));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, member(each, `${path}.${name}`)]),
    );
  };
  return narrow(root, '');
}
