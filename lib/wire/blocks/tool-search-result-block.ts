import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';
import type { ToolReferenceBlockParam } from './tool-result-block.js';

/** The deferred tools that a search found. */
export interface ToolSearchResult {
  readonly type: 'tool_search_tool_search_result';
  readonly tool_references: readonly ToolReferenceBlockParam[];
}

export type ToolSearchErrorCode = OpenString<
  'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded'
>;

/** Why a tool search found nothing. */
export interface ToolSearchToolResultError {
  readonly type: 'tool_search_tool_result_error';
  readonly error_code: ToolSearchErrorCode;
  readonly error_message?: string | null | undefined;
}

/** The result of a tool search. */
export interface ToolSearchToolResultBlock {
  readonly type: 'tool_search_tool_result';
  readonly tool_use_id: string;
  readonly content: ToolSearchResult | ToolSearchToolResultError | UnknownVariant;
}

/** A `tool_search_tool_result` block, sent back. */
export interface ToolSearchToolResultBlockParam extends ToolSearchToolResultBlock, Cacheable {}
