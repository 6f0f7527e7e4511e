import { isObject } from '../../base/is-object.js';
import { isLimit } from '../../schema/enforced-keywords.js';
import { recursiveReferences } from '../../schema/references.js';
import { type RawSchema, visitSchema } from '../../schema/walk-schema.js';
import { constrainedSchemas } from '../draft/constrained-schemas.js';
import type { Refuse, Rule } from './rule.js';

/**
 * In the schema of a strict tool or an output format, objects are closed with `additionalProperties: false`. Limits of
 * numbers, lengths or counts are not allowed (except `minItems` of 0 or 1), nor recursion, nor references to other
 * documents.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations
 * @fix Describe the limit in the `description`, and check it in the answer.
 * @runtime Most schemas are generated from validators at run time.
 */
export const strictSchema: Rule = {
  id: 'strict-schema',
  check({ body }, refuse) {
    for (const [root, base] of constrainedSchemas(body)) checkStrictSchema(root, base, refuse);
  },
};

/** The same for a schema outside a request: that of a strict tool, where the tool is defined. */
export function checkStrictSchema(root: RawSchema, base: string, refuse: Refuse): void {
  const circular = isObject(root) ? recursiveReferences(root) : new Set();
  visitSchema(root, base, (schema, path) => {
    if (typeof schema !== 'object' || schema === null) return refuse(path, notASchema);
    for (const [keyword, value] of Object.entries(schema)) {
      // A property may have the name of a limit. Its value is then a schema, not a number.
      if (typeof value === 'number' && isLimit(keyword, value))
        refuse(`${path}.${keyword}`, limited(keyword));
    }
    const { type, additionalProperties, $ref } = schema;
    if (type === 'object' && additionalProperties !== false) refuse(path, open);
    if (Array.isArray(schema.enum) && schema.enum.some((value) => Object(value) === value))
      refuse(`${path}.enum`, complex);
    if (typeof $ref !== 'string') return;
    if (!$ref.startsWith('#')) refuse(`${path}.$ref`, external);
    else if (circular.has($ref)) refuse(`${path}.$ref`, recursive($ref));
  });
}

const notASchema = 'the schema must be an object';
const open = 'structured outputs take closed objects: set additionalProperties to false';
const complex = 'structured outputs take an enum of strings, numbers, booleans and null';
const external = 'structured outputs take no reference to another document';
const limited = (keyword: string) => `structured outputs take no ${keyword}: say it in the description`;
const recursive = ($ref: string) => `structured outputs take no recursion: ${$ref} leads back to itself`;
