import type { TextBlockParam } from '../wire/blocks/text-block.js';
import { assertNotBlank, type NonBlankText } from './blank-text.js';
import { toContent } from './to-blocks.js';

/** The system prompt: text, or blocks of text, each of which can be cached. */
export type SystemPrompt = string | readonly TextBlockParam[];

/**
 * Creates a system prompt.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, SystemPrompt, text } from 'clust';
 *
 * const prompt = SystemPrompt.of([text('You know this book by heart: …').cached('1h')]);
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').system(prompt);
 * ```
 */
export const SystemPrompt = { of } as const;

/**
 * A system prompt of text, of a block or of blocks. The builder's `system()` takes the same.
 *
 * Sends `"system": "…"`, or `"system": [{"type": "text", "text": "…"}]`.
 *
 * @throws {ValidationError} If the text is only white space.
 */
function of<const Text extends string = never>(
  prompt: NonBlankText<Text> | TextBlockParam | readonly TextBlockParam[],
): SystemPrompt;
function of(prompt: string | TextBlockParam | readonly TextBlockParam[]): SystemPrompt {
  if (typeof prompt === 'string') assertNotBlank(prompt, 'system');
  return toContent(prompt);
}
