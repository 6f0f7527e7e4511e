import { isTextBlock } from '../content/block-guards.js';
import { contentOf } from '../content/content-of.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/**
 * The text that an event adds to the answer; `undefined` if it adds none. A block usually starts empty; a text that it
 * starts with counts as well.
 */
export function textOf(event: MessageStreamEvent): string | undefined {
  if (event.type === 'content_block_delta') {
    return event.delta?.type === 'text_delta' ? nonEmpty(event.delta.text) : undefined;
  }
  if (event.type === 'content_block_start') {
    return event.content_block?.type === 'text' ? nonEmpty(event.content_block.text) : undefined;
  }
  if (event.type === 'message_start') {
    // The content is usually empty here. Some gateways send the whole answer in it.
    const texts = contentOf(event.message).filter(isTextBlock);
    return nonEmpty(texts.map(({ text }) => text).join(''));
  }
  return undefined;
}

function nonEmpty(text: unknown): string | undefined {
  return typeof text === 'string' && text !== '' ? text : undefined;
}
