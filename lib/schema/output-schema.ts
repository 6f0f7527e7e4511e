import { type NarrowSchema, narrowSchema } from './narrow-schema.js';
import type { RefusedSchema, Schema } from './schema.js';
import { toJsonSchema } from './to-json-schema.js';

/**
 * The JSON Schema that `outputFormat()` sends for a schema, and the keywords that were moved into descriptions because
 * the API takes none of them. A schema of a library checks the answer by itself all the same; a JSON Schema literal is the
 * API's to enforce.
 *
 * @throws ValidationError for a schema that its library cannot say as JSON Schema.
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
 * The same for a schema that the compiler knows nothing about.
 *
 * @internal
 */
export function toOutputSchema(schema: unknown): NarrowSchema {
  return narrowSchema(toJsonSchema(schema, 'output_config.format.schema'));
}
