import type { OutputOfSchema, RefusedSchema, Schema } from '../../schema/schema.js';
import type { Because } from '../../wire/because.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { RefusedOutput } from '../refusals.js';

/**
 * The argument of `outputFormat()` before any rule: a schema of zod 4, valibot or arktype, or a JSON Schema literal.
 */
export type OutputFormatArgument = Schema | WholeFormat;

/** The object that is sent as `output_config.format`. It is included so that a sentence refuses it. */
interface WholeFormat {
  readonly type: 'json_schema' | 'json_object';
  readonly schema?: unknown;
  readonly name?: unknown;
  readonly strict?: unknown;
}

/** The sentence for it, of the compiler and the run time. */
export const wholeFormat = 'outputFormat() takes the schema itself: outputFormat(format.schema)';

/** The type of the parsed answer. */
export type OutputOfFormat<Given> = OutputOfSchema<Given>;

/** The schema itself, if the state accepts an output format and the schema can be sent. */
export type OutputFormatParameter<State, Given> = [AnySchema<Given>] extends [never]
  ? [Given] extends [WholeFormat]
    ? Because<typeof wholeFormat>
    : CheckedFormat<State, Given>
  : Given;

type CheckedFormat<State, Given> = [RefusedOutput<State, unknown>] extends [never]
  ? [RefusedSchema<Given>] extends [never]
    ? Given
    : RefusedSchema<Given>
  : RefusalIfKnown<State, Given, Lazy<MarkedSchema<State, Given>>>;

/** Not `never` for a type parameter: the compiler then ignores the branch that refuses. */
type AnySchema<Given> = [unknown] extends [Given] ? 'any' : never;

type MarkedSchema<State, Given> = Given extends { readonly '~standard': unknown }
  ? Because<RefusedOutput<State, unknown>>
  : { readonly [Keyword in keyof Given]: Because<RefusedOutput<State, unknown>> };
