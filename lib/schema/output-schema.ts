import { type NarrowSchema, narrowSchema } from './narrow-schema.js';
import type { RefusedSchema, Schema } from './schema.js';
import { toJsonSchema } from './to-json-schema.js';

/**
 * Returns the JSON Schema that `outputFormat()` sends for a schema, and the keywords that were moved into descriptions
 * because the API does not accept them. A schema of a library still checks the answer with all its rules; a JSON Schema
 * literal is enforced by the API only.
 *
 * @throws {ValidationError} If the library cannot convert the schema to JSON Schema.
 *
 * @example
 * ```ts
 * import { outputSchema } from 'clust';
 *
 * const { schema, moved } = outputSchema({
 *   type: 'object',
 *   properties: { age: { type: 'integer', minimum: 0 } },
 *   required: ['age'],
 * });
 * console.log(schema, moved); // moved: [{ path: 'properties.age.minimum', value: 0 }]
 * ```
 */
export function outputSchema<const Given extends Schema>(
  schema: [RefusedSchema<Given>] extends [never] ? Given : RefusedSchema<Given>,
): NarrowSchema;
export function outputSchema(schema: unknown): NarrowSchema {
  return toOutputSchema(schema);
}

/**
 * The same for a schema of unknown type.
 *
 * @internal
 */
export function toOutputSchema(schema: unknown): NarrowSchema {
  return narrowSchema(toJsonSchema(schema, 'output_config.format.schema'));
}
