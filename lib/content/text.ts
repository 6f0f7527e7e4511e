import { assertNotBlank, type NonBlankText } from './blank-text.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';

/** What `text()` returns; a literal text is known to the compiler. */
export type TextContent<Text extends string = string> = CacheableContent<{
  readonly type: 'text';
  readonly text: Text;
}>;

/**
 * A block of text, for a turn or for the system prompt.
 *
 * Sends `{"type": "text", "text": "…"}`.
 *
 * @throws ValidationError for a text of white space only: the API refuses it.
 * @example
 * ```ts
 * import { Message, text } from 'clust';
 *
 * const question = Message.user([text('A long story …').cached(), text('Who did it?')]);
 * ```
 */
export function text<const Text extends string>(text: NonBlankText<Text>): TextContent<Text>;
export function text(text: string): TextContent {
  assertNotBlank(text, 'text');
  return cacheable({ type: 'text', text });
}
