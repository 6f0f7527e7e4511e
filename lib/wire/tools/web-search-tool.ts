import type { ToolFields } from './tool-fields.js';

/** The approximate location of the user, to localize a search. */
export interface UserLocation {
  readonly type: 'approximate';
  readonly city?: string | null | undefined;
  readonly region?: string | null | undefined;
  /** A two-letter ISO country code. */
  readonly country?: string | null | undefined;
  /** An IANA time zone. */
  readonly timezone?: string | null | undefined;
}

interface WebSearchFields extends ToolFields {
  readonly name: 'web_search';
  /** Not together with `blocked_domains`. */
  readonly allowed_domains?: readonly string[] | null | undefined;
  readonly blocked_domains?: readonly string[] | null | undefined;
  readonly max_uses?: number | null | undefined;
  readonly user_location?: UserLocation | null | undefined;
}

/** The newest search tool. */
export interface WebSearchTool20260318 extends WebSearchFields {
  readonly type: 'web_search_20260318';
  /** Whether the answer contains results that only code has read. */
  readonly response_inclusion?: 'full' | 'excluded' | undefined;
}

/** The first search tools. */
export interface WebSearchTool20250305 extends WebSearchFields {
  readonly type: 'web_search_20250305' | 'web_search_20260209';
}

/** A web search that the API runs. */
export type WebSearchTool = WebSearchTool20260318 | WebSearchTool20250305;
