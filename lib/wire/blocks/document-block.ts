import type { Cacheable } from '../cache-control.js';
import type { CitationsConfig } from '../citations.js';
import type { ImageBlockParam } from './image-block.js';
import type { TextBlockParam } from './text-block.js';

/** A PDF in the request itself. */
export interface Base64PdfSource {
  readonly type: 'base64';
  readonly media_type: 'application/pdf';
  readonly data: string;
}

/** A plain text document. Citations refer to its characters. */
export interface PlainTextSource {
  readonly type: 'text';
  readonly media_type: 'text/plain';
  readonly data: string;
}

/** A document of content blocks. Citations refer to a block. */
export interface ContentBlockSource {
  readonly type: 'content';
  readonly content: string | readonly (TextBlockParam | ImageBlockParam)[];
}

/** A PDF that the API fetches. */
export interface UrlPdfSource {
  readonly type: 'url';
  readonly url: string;
}

/** A document uploaded through the Files API. */
export interface FileDocumentSource {
  readonly type: 'file';
  readonly file_id: string;
}

/** Where a document comes from. */
export type DocumentSource =
  | Base64PdfSource
  | PlainTextSource
  | ContentBlockSource
  | UrlPdfSource
  | FileDocumentSource;

/** A document, in a user turn, a tool result or a fetched page. */
export interface DocumentBlockParam extends Cacheable {
  readonly type: 'document';
  readonly source: DocumentSource;
  readonly title?: string | null | undefined;
  /** Read by the model, never cited. */
  readonly context?: string | null | undefined;
  readonly citations?: CitationsConfig | null | undefined;
}
