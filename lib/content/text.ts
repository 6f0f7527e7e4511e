import { assertNotBlank, type NonBlankText } from './blank-text.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';

/** What `text()` returns. The type keeps a literal text. */
export type TextContent<Text extends string = string> = CacheableContent<{
  readonly type: 'text';
  readonly text: Text;
}>;

/**
 * Creates a text block, for a turn or for the system prompt.
 *
 * Sends `{"type": "text", "text": "…"}`.
 *
 * @throws {ValidationError} If the text is only white space: the API refuses it.
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
