/** One problem that a schema found. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The result of validating a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * A schema of any library that implements Standard Schema with JSON Schema output: zod 4 and arktype directly, valibot
 * with `toStandardJsonSchema()` of `@valibot/to-json-schema`.
 *
 * `Input` is the type that the model writes, `Output` the type after validation.
 *
 * @see https://standardschema.dev/json-schema
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly jsonSchema: {
      readonly input: (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown>;
    };
  };
}

/** Whether a value is a Standard Schema, with or without JSON Schema output. It may be a function. */
export function isStandardSchema(schema: unknown): schema is StandardSchema {
  const isHolder = typeof schema === 'function' || (typeof schema === 'object' && schema !== null);
  return isHolder && '~standard' in schema;
}
