import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** A file was read. */
export interface TextEditorViewResult {
  readonly type: 'text_editor_code_execution_view_result';
  readonly file_type: OpenString<'text' | 'image' | 'pdf'>;
  readonly content: string;
  readonly num_lines?: number | null | undefined;
  readonly start_line?: number | null | undefined;
  readonly total_lines?: number | null | undefined;
}

/** A file was written. */
export interface TextEditorCreateResult {
  readonly type: 'text_editor_code_execution_create_result';
  readonly is_file_update: boolean;
}

/** A file was changed: the lines, as in a unified diff. */
export interface TextEditorStrReplaceResult {
  readonly type: 'text_editor_code_execution_str_replace_result';
  readonly lines?: readonly string[] | null | undefined;
  readonly new_lines?: number | null | undefined;
  readonly new_start?: number | null | undefined;
  readonly old_lines?: number | null | undefined;
  readonly old_start?: number | null | undefined;
}

export type TextEditorErrorCode = OpenString<
  'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded' | 'file_not_found'
>;

/** Why a file was not read or changed. */
export interface TextEditorToolResultError {
  readonly type: 'text_editor_code_execution_tool_result_error';
  readonly error_code: TextEditorErrorCode;
  readonly error_message?: string | null | undefined;
}

/** The result of an edit in the container. */
export interface TextEditorCodeExecutionToolResultBlock {
  readonly type: 'text_editor_code_execution_tool_result';
  readonly tool_use_id: string;
  readonly content:
    | TextEditorViewResult
    | TextEditorCreateResult
    | TextEditorStrReplaceResult
    | TextEditorToolResultError
    | UnknownVariant;
}

/** A `text_editor_code_execution_tool_result` block, sent back. */
export interface TextEditorCodeExecutionToolResultBlockParam
  extends TextEditorCodeExecutionToolResultBlock,
    Cacheable {}
