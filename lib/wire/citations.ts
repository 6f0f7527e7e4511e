import type { UnknownVariant } from './open.js';

/** Whether the model may cite a document or a search result. */
export interface CitationsConfig {
  readonly enabled?: boolean | undefined;
}

interface DocumentLocation {
  readonly cited_text: string;
  readonly document_index: number;
  readonly document_title: string | null;
  readonly file_id?: string | null | undefined;
}

/** A range in a plain text document. The end is exclusive. */
export interface CharLocation extends DocumentLocation {
  readonly type: 'char_location';
  readonly start_char_index: number;
  readonly end_char_index: number;
}

/** A range in a PDF. Pages count from 1, and the end is exclusive. */
export interface PageLocation extends DocumentLocation {
  readonly type: 'page_location';
  readonly start_page_number: number;
  readonly end_page_number: number;
}

/** A range in a document of content blocks. The end is exclusive. */
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
  /** Send it back unchanged. */
  readonly encrypted_index: string;
}

/** A range in a search result of the request. The end is exclusive. */
export interface SearchResultLocation {
  readonly type: 'search_result_location';
  readonly cited_text: string;
  readonly source: string;
  readonly title: string | null;
  readonly search_result_index: number;
  readonly start_block_index: number;
  readonly end_block_index: number;
}

/** The source of a passage of the answer. */
export type TextCitation =
  | CharLocation
  | PageLocation
  | ContentBlockLocation
  | WebSearchResultLocation
  | SearchResultLocation
  | UnknownVariant;
