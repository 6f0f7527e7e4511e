import type { Cacheable } from '../cache-control.js';
import type { CodeExecutionVersion } from './code-execution-version.js';

/** What may call a tool: the model itself, or code in the container. */
export type AllowedCaller = 'direct' | Exclude<CodeExecutionVersion, 'code_execution_20250522'>;

/** The fields of every tool, whether you or the API runs it. */
export interface ToolFields extends Cacheable {
  readonly allowed_callers?: readonly AllowedCaller[] | undefined;
  /** Leaves the tool out of the prompt until a tool search finds it. */
  readonly defer_loading?: boolean | undefined;
  /** Guarantees that the model's input matches the schema. */
  readonly strict?: boolean | undefined;
}

/** The additional fields of a tool that you run. */
export interface ClientToolFields extends ToolFields {
  readonly input_examples?: readonly { readonly [argument: string]: unknown }[] | undefined;
}
