import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import { ValidationError } from '../errors/validation-error.js';
import { NO_JSON_SCHEMA } from './schema.js';
import { isStandardSchema, type StandardSchema } from './standard-schema.js';
import { assertReadable, type RawSchema } from './walk-schema.js';

/**
 * Converts a schema to the JSON Schema of its input.
 *
 * @param path the path of the schema for errors, such as `input_schema`
 * @throws {ValidationError} If the library cannot convert the schema to JSON Schema, or it contains itself.
 */
export function toJsonSchema(schema: unknown, path: string): RawSchema {
  const json = isStandardSchema(schema) ? ofLibrary(schema, path) : schema;
  if (!isObject(json)) throw refusal(path, 'a schema is a JSON Schema object, or one of a library');
  assertReadable(json, path);
  return json;
}

function ofLibrary(schema: StandardSchema, path: string): RawSchema {
  const { jsonSchema } = schema['~standard'];
  if (jsonSchema === undefined) throw refusal(path, NO_JSON_SCHEMA);
  try {
    const { $schema: _, ...json } = jsonSchema.input({ target: 'draft-2020-12' });
    return json;
  } catch (cause) {
    throw refusal(path, `this schema cannot be converted to JSON Schema: ${messageOf(cause)}`, cause);
  }
}

function refusal(path: string, message: string, cause?: unknown): ValidationError {
  return new ValidationError([{ path, rule: 'schema', message }], cause === undefined ? {} : { cause });
}
