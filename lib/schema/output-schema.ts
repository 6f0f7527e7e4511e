import { ValidationError } from '../errors/validation-error.js';
import { type NarrowSchema, narrowSchema } from './narrow-schema.js';
import type { RefusedSchema, Schema } from './schema.js';
import { toJsonSchema } from './to-json-schema.js';

/**
 * The JSON Schema that `outputFormat()` sends for a schema, and the keywords that were moved into descriptions because
 * the API takes none of them. The answer is checked by the schema itself all the same.
 *
 * @throws ValidationError for what cannot be enforced: a recursive schema, a record, a reference to elsewhere.
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
): Pick<NarrowSchema, 'schema' | 'moved'>;
export function outputSchema(schema: unknown): Pick<NarrowSchema, 'schema' | 'moved'> {
  const path = 'output_config.format.schema';
  const narrow = narrowSchema(toJsonSchema(schema, path));
  const problems = narrow.problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
  if (problems.length > 0) throw new ValidationError(problems);
  return { schema: narrow.schema, moved: narrow.moved };
}
