import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** A file that the code wrote. Download it with the Files API. */
export interface CodeExecutionOutput {
  readonly type: 'code_execution_output';
  readonly file_id: string;
}

/** The output of a program, and its exit status. */
export interface CodeExecutionResult {
  readonly type: 'code_execution_result';
  readonly stdout: string;
  readonly stderr: string;
  readonly return_code: number;
  readonly content: readonly CodeExecutionOutput[];
  /** Why the code was stopped early. */
  readonly abort_reason?: string | null | undefined;
}

/** The output of code that called tools. Only the model can read it. */
export interface EncryptedCodeExecutionResult {
  readonly type: 'encrypted_code_execution_result';
  readonly encrypted_stdout: string;
  readonly stderr: string;
  readonly return_code: number;
  readonly content: readonly CodeExecutionOutput[];
}

export type CodeExecutionErrorCode = OpenString<
  'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded'
>;

/** Why a program did not run. */
export interface CodeExecutionToolResultError {
  readonly type: 'code_execution_tool_result_error';
  readonly error_code: CodeExecutionErrorCode;
}

/** The result of a program that ran in the container. */
export interface CodeExecutionToolResultBlock {
  readonly type: 'code_execution_tool_result';
  readonly tool_use_id: string;
  readonly content:
    | CodeExecutionResult
    | EncryptedCodeExecutionResult
    | CodeExecutionToolResultError
    | UnknownVariant;
}

/** A `code_execution_tool_result` block, sent back. */
export interface CodeExecutionToolResultBlockParam extends CodeExecutionToolResultBlock, Cacheable {}
