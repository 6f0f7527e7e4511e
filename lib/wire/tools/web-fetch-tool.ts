import type { CitationsConfig } from '../citations.js';
import type { ToolFields } from './tool-fields.js';

interface ToolNames {
  readonly tools: readonly { readonly type: 'tool_reference'; readonly name: string }[];
}

export type UrlSource =
  | { readonly type: 'all' }
  | { readonly type: 'none' }
  | ({ readonly type: 'only' } & ToolNames)
  | ({ readonly type: 'except' } & ToolNames);

/** The allowed sources of URLs to fetch. */
export interface UrlSources {
  readonly user_input?: { readonly type: 'all' | 'none' } | undefined;
  readonly client_tool_results?: UrlSource | undefined;
  readonly server_tool_results?: UrlSource | undefined;
}

interface WebFetchFields extends ToolFields {
  readonly name: 'web_fetch';
  /** Not together with `blocked_domains`. */
  readonly allowed_domains?: readonly string[] | null | undefined;
  readonly blocked_domains?: readonly string[] | null | undefined;
  readonly citations?: CitationsConfig | null | undefined;
  readonly max_content_tokens?: number | null | undefined;
  readonly max_uses?: number | null | undefined;
  readonly url_sources?: UrlSources | null | undefined;
}

/** The newest fetch tool. */
export interface WebFetchTool20260318 extends WebFetchFields {
  readonly type: 'web_fetch_20260318';
  readonly use_cache?: boolean | undefined;
  /** Whether the answer contains pages that only code has read. */
  readonly response_inclusion?: 'full' | 'excluded' | undefined;
}

/** Can fetch a page again instead of using the cache. */
export interface WebFetchTool20260309 extends WebFetchFields {
  readonly type: 'web_fetch_20260309';
  readonly use_cache?: boolean | undefined;
}

/** The first fetch tools. */
export interface WebFetchTool20250910 extends WebFetchFields {
  readonly type: 'web_fetch_20250910' | 'web_fetch_20260209';
}

/** Fetches web pages and PDFs, run by the API. */
export type WebFetchTool = WebFetchTool20260318 | WebFetchTool20260309 | WebFetchTool20250910;
