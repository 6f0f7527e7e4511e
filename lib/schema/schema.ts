import type { FromJsonSchema, JsonObjectSchema, JsonSchema } from './json-schema.js';
import type { StandardSchema } from './standard-schema.js';

/** A schema of a library, or a JSON Schema literal. */
export type Schema = StandardSchema | JsonSchema | SchemaWithoutOutput;

/** A schema of an object, for the input of a tool. */
export type ObjectSchema = StandardSchema | JsonObjectSchema | SchemaWithoutOutput;

/** A schema of a library, with or without JSON Schema output. It is accepted so that a sentence can refuse it. */
export interface SchemaWithoutOutput {
  readonly '~standard': { readonly version: 1 };
}

/** The type that the model writes. */
export type InputOfSchema<Given> = Given extends { readonly '~standard': infer Standard }
  ? Standard extends { readonly types?: { readonly input: infer Input } | undefined }
    ? Input
    : unknown
  : FromJsonSchema<Given>;

/** The type that a program gets, after the schema's defaults and transformations. */
export type OutputOfSchema<Given> = Given extends { readonly '~standard': infer Standard }
  ? Standard extends { readonly types?: { readonly output: infer Output } | undefined }
    ? Output
    : unknown
  : FromJsonSchema<Given>;

/**
 * The refusal of a schema; `never` if it can be sent. It refuses a schema of a library without JSON Schema output, or
 * with that output in another package.
 */
export type RefusedSchema<Given> = string extends keyof Given
  ? never
  : Given extends { readonly '~standard': { readonly jsonSchema: unknown } }
    ? never
    : Given extends { readonly '~standard': { readonly vendor: string } }
      ? typeof NO_JSON_SCHEMA
      : never;

/** The sentence of the compiler and the run time. */
export const NO_JSON_SCHEMA = 'this schema has no JSON Schema output: give it one with withJsonSchema()';
