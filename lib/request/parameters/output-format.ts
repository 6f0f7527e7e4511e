import type { OutputOfSchema, RefusedSchema, Schema } from '../../schema/schema.js';
import type { Because } from '../../wire/because.js';
import type { RefusedOutput } from '../refusals.js';
import type { Told } from '../state.js';

/** What `outputFormat()` takes before any rule: a schema of zod 4, valibot or arktype, or a JSON Schema literal. */
export type OutputFormatArgument = Schema;

/** What the answer is parsed to. */
export type OutputOfFormat<Given> = OutputOfSchema<Given>;

/** The schema itself where the state takes an output format, and where the schema can be sent. */
export type OutputFormatParameter<State, Given> = [AnySchema<Given>] extends [never]
  ? [RefusedOutput<State, unknown>] extends [never]
    ? [RefusedSchema<Given>] extends [never]
      ? Given
      : RefusedSchema<Given>
    : Told<State, Given, MarkedSchema<State, Given>>
  : Given;

/** Not `never` for a schema that is a type parameter: the compiler then leaves out the branch that refuses. */
type AnySchema<Given> = [unknown] extends [Given] ? 'any' : never;

type MarkedSchema<State, Given> = Given extends { readonly '~standard': unknown }
  ? Because<RefusedOutput<State, unknown>>
  : { readonly [Keyword in keyof Given]: Because<RefusedOutput<State, unknown>> };
