import { mapSchemas, type RawSchema } from './walk-schema.js';

/**
 * Converts a draft-07 schema, which many converters and MCP servers write, to draft 2020-12, the only one that the API
 * accepts. They differ in tuples: the list in `items` is now in `prefixItems`.
 */
export function toDraft2020(schema: RawSchema): RawSchema {
  const isTuple = Array.isArray(schema.items);
  const keywords = Object.entries(schema).map(([keyword, value]) => {
    const changed = mapSchemas(keyword, value, toDraft2020);
    if (isTuple && keyword === 'items') return ['prefixItems', changed];
    if (isTuple && keyword === 'additionalItems') return ['items', changed];
    return [keyword, changed];
  });
  return Object.fromEntries(keywords);
}
