import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import { ValidationError } from '../errors/validation-error.js';
import { NO_JSON_SCHEMA } from './schema.js';
import { isStandardSchema } from './standard-schema.js';

/** A JSON Schema as it comes at run time, of whatever origin. */
export interface RawSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of what the model is to write.
 *
 * @param path where the schema stands, for the errors: `input_schema`
 * @throws ValidationError when its library cannot say it as JSON Schema.
 */
export function toJsonSchema(schema: unknown, path: string): RawSchema {
  if (!isStandardSchema(schema)) {
    if (isObject(schema)) return schema;
    throw refusal(path, 'a schema is a JSON Schema object, or one of a library');
  }
  const { jsonSchema } = schema['~standard'];
  if (jsonSchema === undefined) throw refusal(path, NO_JSON_SCHEMA);
  try {
    const { $schema: _, ...json } = jsonSchema.input({ target: 'draft-2020-12' });
    return json;
  } catch (cause) {
    throw refusal(path, `this schema cannot be said as JSON Schema: ${messageOf(cause)}`, cause);
  }
}

function refusal(path: string, message: string, cause?: unknown): ValidationError {
  return new ValidationError([{ path, rule: 'schema', message }], cause === undefined ? {} : { cause });
}
