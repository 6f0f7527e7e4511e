import { constrainedSchemas, type LooseSchema, visitSchema } from '../draft/constrained-schemas.js';
import type { Rule } from './rule.js';

/** Limits on values, which the API does not enforce while it generates. */
const limits = /^(m(ax|in)(imum|Length)|exclusiveM.*imum|multipleOf|maxItems)$/;

/**
 * The schema of a strict tool or of an output format closes its objects with `additionalProperties: false`, and has no
 * limits on numbers, lengths or counts (but `minItems` of 0 or 1), no recursion and no references to elsewhere.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations
 * @fix Say the limit in the `description`, and check it when the answer is there.
 * @runtime Most schemas are made from validators at run time.
 */
export const strictSchema: Rule = {
  id: 'strict-schema',
  check({ body }, refuse) {
    for (const [root, base] of constrainedSchemas(body)) {
      visitSchema(root, base, (schema, path) => {
        if (typeof schema !== 'object' || schema === null) return refuse(path, notASchema);
        for (const [keyword, value] of Object.entries(schema)) {
          const isLimit = limits.test(keyword) || (keyword === 'minItems' && Number(value) > 1);
          // What is called so may also be a property, but not where its value is a limit.
          if (isLimit && typeof value === 'number') refuse(`${path}.${keyword}`, limited(keyword));
        }
        const { type, additionalProperties, $ref } = schema;
        if (type === 'object' && additionalProperties !== false) refuse(path, open);
        if (Array.isArray(schema.enum) && schema.enum.some((value) => Object(value) === value))
          refuse(`${path}.enum`, complex);
        if (typeof $ref !== 'string') return;
        if (!$ref.startsWith('#')) refuse(`${path}.$ref`, external);
        else if (reaches(root, resolve(root, $ref), $ref)) refuse(`${path}.$ref`, recursive($ref));
      });
    }
  },
};

const notASchema = 'structured outputs take an object for a schema';
const open = 'structured outputs take closed objects: set additionalProperties to false';
const complex = 'structured outputs take an enum of strings, numbers, booleans and null';
const external = 'structured outputs take no reference to another document';
const limited = (keyword: string) => `structured outputs take no ${keyword}: say it in the description`;
const recursive = ($ref: string) => `structured outputs take no recursion: ${$ref} leads back to itself`;

/** What a local reference stands for. */
function resolve(root: LooseSchema, $ref: string): unknown {
  let found: unknown = root;
  for (const key of $ref.split('/').slice(1))
    found = Object(found)[key.replace(/~1/g, '/').replace(/~0/g, '~')];
  return found;
}

/** Whether a reference is met again in what it stands for. */
function reaches(root: LooseSchema, from: unknown, $ref: string, seen = new Set<string>()): boolean {
  let found = false;
  if (typeof from !== 'object' || from === null) return found;
  visitSchema(from as LooseSchema, '', (schema) => {
    const next = schema?.$ref;
    if (found || typeof next !== 'string') return;
    if (next === $ref) found = true;
    else if (!seen.has(next)) found = reaches(root, resolve(root, next), $ref, seen.add(next));
  });
  return found;
}
