import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';

export interface TextEditorViewResult {
  readonly type: 'text_editor_code_execution_view_result';
  readonly file_type: OpenString<'text' | 'image' | 'pdf'>;
  readonly content: string;
  readonly num_lines?: number | null | undefined;
  readonly start_line?: number | null | undefined;
  readonly total_lines?: number | null | undefined;
}

export interface TextEditorCreateResult {
  readonly type: 'text_editor_code_execution_create_result';
  readonly is_file_update: boolean;
}

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

export interface TextEditorToolResultError {
  readonly type: 'text_editor_code_execution_tool_result_error';
  readonly error_code: TextEditorErrorCode;
  readonly error_message?: string | null | undefined;
}

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

export interface TextEditorCodeExecutionToolResultBlockParam
  extends TextEditorCodeExecutionToolResultBlock,
    Cacheable {}
