import type { Because } from '../../wire/because.js';
import type { RefusedOutput } from '../refusals.js';

/** A JSON Schema. */
export type OutputFormatArgument = { readonly [keyword: string]: unknown };

/** What the answer's JSON is, as far as the schema tells. */
export type OutputOfFormat<_Schema> = unknown;

/** The schema itself where the state takes an output format. */
export type OutputFormatParameter<State, Schema> = [RefusedOutput<State, unknown>] extends [never]
  ? Schema
  : { readonly [Keyword in keyof Schema]: Because<RefusedOutput<State, unknown>> };
