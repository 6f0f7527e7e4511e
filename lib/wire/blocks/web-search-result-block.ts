import type { Cacheable } from '../cache-control.js';
import type { OpenString } from '../open.js';
import type { ToolCaller } from './tool-use-block.js';

/** One result of a web search. */
export interface WebSearchResult {
  readonly type: 'web_search_result';
  readonly url: string;
  readonly title: string;
  /** Send it back unchanged. */
  readonly encrypted_content: string;
  readonly page_age?: string | null | undefined;
}

export type WebSearchErrorCode = OpenString<
  | 'invalid_tool_input'
  | 'unavailable'
  | 'max_uses_exceeded'
  | 'too_many_requests'
  | 'query_too_long'
  | 'request_too_large'
>;

/** Why the search failed. */
export interface WebSearchToolResultError {
  readonly type: 'web_search_tool_result_error';
  readonly error_code: WebSearchErrorCode;
}

/** The results of a web search. */
export interface WebSearchToolResultBlock {
  readonly type: 'web_search_tool_result';
  readonly tool_use_id: string;
  readonly content: readonly WebSearchResult[] | WebSearchToolResultError;
  readonly caller?: ToolCaller | undefined;
}

/** A `web_search_tool_result` block, sent back. */
export interface WebSearchToolResultBlockParam extends WebSearchToolResultBlock, Cacheable {}
