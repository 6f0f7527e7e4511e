import type { DocumentSource } from '../wire/blocks/document-block.js';
import type { CitationsConfig } from '../wire/citations.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';
import { type DocumentInput, documentSource } from './document-source.js';

/** The fields of a document block beside its source. */
export interface DocumentOptions {
  readonly title?: string | null | undefined;
  /** Information about the document for the model. It is never cited. */
  readonly context?: string | null | undefined;
  /** `{ enabled: true }` lets the model cite the document. All documents of a request must have the same setting. */
  readonly citations?: CitationsConfig | null | undefined;
}

/** What `document()` returns. */
export type DocumentContent<Options extends DocumentOptions = DocumentOptions> = CacheableContent<
  { readonly type: 'document'; readonly source: DocumentSource } & Options
>;

/**
 * Creates a block with a document: a PDF or text. It goes into a user turn or a tool result.
 *
 * Takes the bytes of a PDF, `{data}` with its base64, `{text}`, `{content}` with text and image blocks, the `{url}` of
 * a PDF that the API fetches, or the `{file_id}` of an upload.
 *
 * Sends `{"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "…"}}`, or a source
 * of type `text`, `content`, `url` or `file`, with the options beside it.
 *
 * @throws {ValidationError} If the bytes are not a PDF, or the text is only white space.
 * @example
 * ```ts
 * import { document, Message, text } from 'clust';
 *
 * const contract = document({ text: 'The party of the first part …' }, { title: 'Contract', citations: { enabled: true } });
 * const question = Message.user([contract.cached(), text('Who is the party of the second part?')]);
 * ```
 */
export function document<const Options extends DocumentOptions = Record<never, never>>(
  input: DocumentInput,
  options?: Options,
): DocumentContent<Options>;
export function document(input: DocumentInput, options: DocumentOptions = {}): DocumentContent {
  return cacheable({ type: 'document' as const, source: Object.freeze(documentSource(input)), ...options });
}
