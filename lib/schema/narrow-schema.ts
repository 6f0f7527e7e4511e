import { isEnforced, isRedundant } from './enforced-keywords.js';
import { mapSchemas, type RawSchema } from './walk-schema.js';

/** A keyword that the API does not accept in a schema that it enforces. */
export interface MovedKeyword {
  /** Its path in the original schema, dotted: `properties.age.minimum`. */
  readonly path: string;
  readonly value: unknown;
}

/** A schema that the API can enforce. */
export interface NarrowSchema {
  readonly schema: RawSchema;
  /** The keywords that were moved into the `description` of their schema, which the model reads. */
  readonly moved: readonly MovedKeyword[];
}

/**
 * Converts a schema to one that the API can enforce: closes objects unless they say otherwise, replaces `oneOf` by
 * `anyOf`, and moves keywords that the API is not known to accept into the `description` of their schema.
 *
 * Drops keywords that add nothing: a `pattern` beside a known `format`, the bounds of safe integers.
 */
export function narrowSchema(root: RawSchema): NarrowSchema {
  const moved: MovedKeyword[] = [];
  return { schema: rewrite(root, '', moved), moved };
}

/** The same without moving keywords: for a strict tool, keywords that the API refuses are reported as problems. */
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
