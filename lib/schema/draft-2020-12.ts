import { isObject } from '../base/is-object.js';
import type { RawSchema } from './to-json-schema.js';

const ofNamedSchemas = /^(properties|patternProperties|\$defs|definitions|dependentSchemas)$/;
const ofValues = /^(const|enum|default|examples)$/;

/**
 * A schema of draft-07, which many converters and MCP servers write, as draft 2020-12 has it: the API takes no other.
 * They differ in tuples, whose `items` are `prefixItems` now; one old tuple, and the whole request would be refused.
 */
export function toDraft2020(schema: RawSchema): RawSchema {
  const isTuple = Array.isArray(schema.items);
  const keywords = Object.entries(schema).map(([keyword, value]) => {
    if (ofNamedSchemas.test(keyword) && isObject(value)) return [keyword, named(value)];
    if (isTuple && keyword === 'items') return ['prefixItems', converted(value)];
    if (isTuple && keyword === 'additionalItems') return ['items', converted(value)];
    return [keyword, ofValues.test(keyword) ? value : converted(value)];
  });
  return Object.fromEntries(keywords);
}

/** The names are the user's own: one may be `items`, or `enum`. */
function named(schemas: RawSchema): RawSchema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, converted(schema)]));
}

function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted);
  return isObject(value) ? toDraft2020(value) : value;
}
