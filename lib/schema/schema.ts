import type { FromJsonSchema, JsonObjectSchema, JsonSchema } from './json-schema.js';
import type { StandardSchema } from './standard-schema.js';

/** A schema of a library, or a JSON Schema literal. */
export type Schema = StandardSchema | JsonSchema | SchemaWithoutOutput;

/** The same for what has to be an object: the input of a tool. */
export type ObjectSchema = StandardSchema | JsonObjectSchema | SchemaWithoutOutput;

/** A schema of a library, whether or not it has JSON Schema output: let in so that it can be refused in a sentence. */
export interface SchemaWithoutOutput {
  readonly '~standard': { readonly version: 1 };
}

/** What the model writes by a schema. */
export type InputOfSchema<Given> = Given extends { readonly '~standard': infer Standard }
  ? Standard extends { readonly types?: { readonly input: infer Input } | undefined }
    ? Input
    : unknown
  : FromJsonSchema<Given>;

/** What a program gets of it: what the schema's defaults and transformations make of the input. */
export type OutputOfSchema<Given> = Given extends { readonly '~standard': infer Standard }
  ? Standard extends { readonly types?: { readonly output: infer Output } | undefined }
    ? Output
    : unknown
  : FromJsonSchema<Given>;

/** Why a schema cannot be sent; `never` when it can. Its library has no JSON Schema output, or has it elsewhere. */
export type RefusedSchema<Given> = string extends keyof Given
  ? never
  : Given extends { readonly '~standard': { readonly jsonSchema: unknown } }
    ? never
    : Given extends { readonly '~standard': { readonly vendor: string } }
      ? typeof NO_JSON_SCHEMA
      : never;

/** The sentence of the compiler, and of the run time. */
export const NO_JSON_SCHEMA = 'this schema has no JSON Schema output: give it one with withJsonSchema()';
