import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import { toDraft2020 } from './draft-2020-12.js';
import type { InputOfSchema, OutputOfSchema, SchemaWithoutOutput } from './schema.js';
import type { StandardSchema } from './standard-schema.js';
import { assertReadable } from './walk-schema.js';

/**
 * Adds a JSON Schema to a schema whose library has no such output. For zod 3, `zod-to-json-schema` can create it.
 * Types, checks, defaults and transformations are those of the schema. The JSON Schema is sent like any other: without
 * `$schema`, as draft 2020-12, and closed if the API enforces it.
 *
 * Takes any Standard Schema, and returns one that `tool()`, `ToolBuilder` and `outputFormat()` accept.
 *
 * @throws {ValidationError} If the JSON Schema is not an object.
 *
 * @example
 * ```ts
 * import { tool, withJsonSchema } from 'clust';
 * import { z } from 'zod/v3';
 * import { zodToJsonSchema } from 'zod-to-json-schema';
 *
 * const city = z.object({ city: z.string() });
 * const weather = tool({
 *   name: 'get_weather',
 *   input: withJsonSchema(city, zodToJsonSchema(city)),
 *   run: ({ city }) => `It is 15 degrees in ${city}.`,
 * });
 * ```
 */
export function withJsonSchema<Given extends SchemaWithoutOutput>(
  schema: Given,
  jsonSchema: object,
): StandardSchema<InputOfSchema<Given>, OutputOfSchema<Given>>;
export function withJsonSchema(schema: StandardSchema, jsonSchema: object): StandardSchema {
  if (!isObject(jsonSchema)) {
    const message = 'a JSON Schema with keywords is an object: give withJsonSchema() what a converter made';
    throw new ValidationError([{ path: 'jsonSchema', rule: 'schema', message }]);
  }
  assertReadable(jsonSchema, 'jsonSchema');
  const standard = schema['~standard'];
  const modern = toDraft2020(jsonSchema);
  return Object.freeze({
    '~standard': Object.freeze({
      version: 1,
      vendor: standard.vendor,
      // Called as a method, since a library may use `this`.
      validate: (value: unknown) => standard.validate(value),
      jsonSchema: Object.freeze({ input: () => modern }),
    }),
  });
}
