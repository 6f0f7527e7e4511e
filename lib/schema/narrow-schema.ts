import { isEnforced, isRedundant } from './enforced-keywords.js';
import { mapSchemas, type RawSchema } from './walk-schema.js';

/** A keyword that the API does not accept where it enforces a schema. */
export interface MovedKeyword {
  /** Its place in the schema that was given, dotted: `properties.age.minimum`. */
  readonly path: string;
  readonly value: unknown;
}

/** A schema as the API enforces it. */
export interface NarrowSchema {
  readonly schema: RawSchema;
  /** The keywords that were moved into the `description` of their schema, where the model reads them. */
  readonly moved: readonly MovedKeyword[];
}

/**
 * Rewrites a schema to what the API enforces: objects are closed unless they say otherwise, `oneOf` becomes `anyOf`, and a
 * keyword that the API is not known to accept is moved into the `description` of its schema.
 *
 * A keyword that adds nothing is dropped: a `pattern` beside a known `format`, the bounds of safe integers.
 */
export function narrowSchema(root: RawSchema): NarrowSchema {
  const moved: MovedKeyword[] = [];
  return { schema: rewrite(root, '', moved), moved };
}

/** The same, but no keyword is moved: the author of a strict tool is told which keywords the API refuses. */
export function closeSchema(root: RawSchema): RawSchema {
  return rewrite(root, '');
}

function rewrite(given: RawSchema, base: string, moved?: MovedKeyword[]): RawSchema {
  const schema: Record<string, unknown> = {};
  const described: string[] = [];
  for (const [keyword, value] of Object.entries(given)) {
    if (isRedundant(keyword, value, given)) continue;
    if (moved !== undefined && !isEnforced(keyword, value, given)) {
      moved.push({ path: base + keyword, value });
      described.push(`${keyword}: ${JSON.stringify(value)}`);
      continue;
    }
    const name = keyword === 'oneOf' && given.anyOf === undefined ? 'anyOf' : keyword;
    schema[name] = mapSchemas(keyword, value, (one, path) => rewrite(one, `${base}${path}.`, moved));
  }
  if (given.type === 'object' || given.properties) schema.additionalProperties ??= false;
  if (described.length > 0) {
    const about = given.description ? `${given.description}\n\n` : '';
    schema.description = `${about}{${described.join(', ')}}`;
  }
  return schema;
}
