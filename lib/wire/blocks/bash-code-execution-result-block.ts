import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** A file that the command wrote. Download it with the Files API. */
export interface BashCodeExecutionOutput {
  readonly type: 'bash_code_execution_output';
  readonly file_id: string;
}

/** The output of a command, and its exit status. */
export interface BashCodeExecutionResult {
  readonly type: 'bash_code_execution_result';
  readonly stdout: string;
  readonly stderr: string;
  readonly return_code: number;
  readonly content: readonly BashCodeExecutionOutput[];
}

export type BashCodeExecutionErrorCode = OpenString<
  | 'invalid_tool_input'
  | 'unavailable'
  | 'too_many_requests'
  | 'execution_time_exceeded'
  | 'output_file_too_large'
>;

/** Why a command did not run. */
export interface BashCodeExecutionToolResultError {
  readonly type: 'bash_code_execution_tool_result_error';
  readonly error_code: BashCodeExecutionErrorCode;
}

/** The result of a command that ran in the container. */
export interface BashCodeExecutionToolResultBlock {
  readonly type: 'bash_code_execution_tool_result';
  readonly tool_use_id: string;
  readonly content: BashCodeExecutionResult | BashCodeExecutionToolResultError | UnknownVariant;
}

/** A `bash_code_execution_tool_result` block, sent back. */
export interface BashCodeExecutionToolResultBlockParam extends BashCodeExecutionToolResultBlock, Cacheable {}
