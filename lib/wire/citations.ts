import type { UnknownVariant } from './open.js';

/** Whether the model may cite from a document or a search result. */
export interface CitationsConfig {
  readonly enabled?: boolean | undefined;
}

interface DocumentLocation {
  readonly cited_text: string;
  readonly document_index: number;
  readonly document_title: string | null;
  readonly file_id?: string | null | undefined;
}

/** A place in a plain text document; the end is exclusive. */
export interface CharLocation extends DocumentLocation {
  readonly type: 'char_location';
  readonly start_char_index: number;
  readonly end_char_index: number;
}

/** A place in a PDF; pages count from 1, the end is exclusive. */
export interface PageLocation extends DocumentLocation {
  readonly type: 'page_location';
  readonly start_page_number: number;
  readonly end_page_number: number;
}

/** A place in a document made of content blocks; the end is exclusive. */
export interface ContentBlockLocation extends DocumentLocation {
  readonly type: 'content_block_location';
  readonly start_block_index: number;
  readonly end_block_index: number;
}

/** A page that a web search found. */
export interface WebSearchResultLocation {
  readonly type: 'web_search_result_location';
  readonly cited_text: string;
  readonly url: string;
  readonly title: string | null;
  /** To be sent back as it came. */
  readonly encrypted_index: string;
}

/** A place in a search result that the request carried; the end is exclusive. */
export interface SearchResultLocation {
  readonly type: 'search_result_location';
  readonly cited_text: string;
  readonly source: string;
  readonly title: string | null;
  readonly search_result_index: number;
  readonly start_block_index: number;
  readonly end_block_index: number;
}

/** Where a passage of the answer comes from. */
export type TextCitation =
  | CharLocation
  | PageLocation
  | ContentBlockLocation
  | WebSearchResultLocation
  | SearchResultLocation
  | UnknownVariant;
