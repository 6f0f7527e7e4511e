import type { Because } from '../../wire/because.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

/** A JSON Schema. */
export type OutputFormatArgument = { readonly [keyword: string]: unknown };

/** What the answer's JSON is, as far as the schema tells. */
export type OutputOfFormat<_Schema> = unknown;

/** The schema itself where the state takes an output format. */
export type OutputFormatParameter<State, Schema> = [RefusedOutput<State>] extends [never]
  ? Schema
  : Because<RefusedOutput<State>>;

type RefusedOutput<State> = Refusal<With<State, { output: unknown }>, 'output'>;
