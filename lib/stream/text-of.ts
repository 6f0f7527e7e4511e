import { isTextBlock } from '../content/block-guards.js';
import { contentOf } from '../content/content-of.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/**
 * The text that an event adds to the answer; `undefined` when it adds none. As a rule a block starts empty; where it
 * does not, what it starts with is part of the text.
 */
export function textOf(event: MessageStreamEvent): string | undefined {
  if (event.type === 'content_block_delta') {
    return event.delta?.type === 'text_delta' ? nonEmpty(event.delta.text) : undefined;
  }
  if (event.type === 'content_block_start') {
    return event.content_block?.type === 'text' ? nonEmpty(event.content_block.text) : undefined;
  }
  if (event.type === 'message_start') {
    // As a rule it has no content; where the answer comes whole, it has all of it.
    const texts = contentOf(event.message).filter(isTextBlock);
    return nonEmpty(texts.map(({ text }) => text).join(''));
  }
  return undefined;
}

function nonEmpty(text: unknown): string | undefined {
  return typeof text === 'string' && text !== '' ? text : undefined;
}
