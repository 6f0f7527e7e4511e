import type { Cacheable } from '../cache-control.js';
import type { CodeExecutionVersion } from './code-execution-version.js';

/** Who may call a tool: the model itself, or code that runs in the container. */
export type AllowedCaller = 'direct' | Exclude<CodeExecutionVersion, 'code_execution_20250522'>;

/** What every tool takes, run by you or by the API. */
export interface ToolFields extends Cacheable {
  readonly allowed_callers?: readonly AllowedCaller[] | undefined;
  /** Keeps the tool out of the prompt until a tool search names it. */
  readonly defer_loading?: boolean | undefined;
  /** The model's input is guaranteed to match the schema. */
  readonly strict?: boolean | undefined;
}

/** What a tool that you run takes besides. */
export interface ClientToolFields extends ToolFields {
  readonly input_examples?: readonly { readonly [argument: string]: unknown }[] | undefined;
}
