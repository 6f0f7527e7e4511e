import type { TextBlockParam } from '../wire/blocks/text-block.js';
import type { CitationsConfig } from '../wire/citations.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';
import { toBlocks } from './to-blocks.js';

/** A result of your own search. */
export interface SearchResultInput {
  /** Where it comes from: a URL, a file name, or your own id. */
  readonly source: string;
  readonly title: string;
  /** One text or several. A citation names the block. */
  readonly content: string | TextBlockParam | readonly TextBlockParam[];
  /** `{ enabled: true }` lets the model cite it. All search results of a request must have the same setting. */
  readonly citations?: CitationsConfig | undefined;
}

/** What `searchResult()` returns. */
export type SearchResultContent = CacheableContent<{
  readonly type: 'search_result';
  readonly source: string;
  readonly title: string;
  readonly content: readonly TextBlockParam[];
  readonly citations?: CitationsConfig | undefined;
}>;

/**
 * Creates a block with a result of your own search, which the model can cite. It goes into a user turn or a tool
 * result.
 *
 * Sends `{"type": "search_result", "source": "…", "title": "…", "content": [{"type": "text", "text": "…"}]}`.
 *
 * @throws {ValidationError} If the content is a text of only white space.
 * @example
 * ```ts
 * import { Message, searchResult, text } from 'clust';
 *
 * const found = searchResult({
 *   source: 'https://example.com/opening-hours',
 *   title: 'Opening hours',
 *   content: 'We open at nine.',
 *   citations: { enabled: true },
 * });
 * const question = Message.user([found, text('When do you open?')]);
 * ```
 */
export function searchResult(input: SearchResultInput): SearchResultContent {
  const { source, title, content, ...options } = input;
  return cacheable({ type: 'search_result' as const, source, title, content: toBlocks(content), ...options });
}
