import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';
import type { DocumentBlockParam } from './document-block.js';
import type { ToolCaller } from './tool-use-block.js';

/** A fetched page or PDF, as a document. */
export interface WebFetchResult {
  readonly type: 'web_fetch_result';
  readonly url: string;
  readonly content: DocumentBlockParam;
  /** An ISO 8601 timestamp. */
  readonly retrieved_at?: string | null | undefined;
}

export type WebFetchErrorCode = OpenString<
  | 'invalid_tool_input'
  | 'url_too_long'
  | 'url_not_allowed'
  | 'url_not_in_prior_context'
  | 'url_not_accessible'
  | 'unsupported_content_type'
  | 'too_many_requests'
  | 'max_uses_exceeded'
  | 'unavailable'
  | 'content_too_large'
>;

/** Why nothing was fetched. */
export interface WebFetchToolResultError {
  readonly type: 'web_fetch_tool_result_error';
  readonly error_code: WebFetchErrorCode;
}

/** The result of a fetch. */
export interface WebFetchToolResultBlock {
  readonly type: 'web_fetch_tool_result';
  readonly tool_use_id: string;
  readonly content: WebFetchResult | WebFetchToolResultError | UnknownVariant;
  readonly caller?: ToolCaller | undefined;
}

/** A `web_fetch_tool_result` block, sent back. */
export interface WebFetchToolResultBlockParam extends WebFetchToolResultBlock, Cacheable {}
