import type { AssistantContentBlock } from '../../wire/blocks/assistant-content.js';
import type { AssistantMessage } from '../../wire/message-param.js';

/** The block that an assistant turn ends with; text alone counts as one text block. */
export function lastBlock({ content }: AssistantMessage): AssistantContentBlock | undefined {
  return typeof content === 'string' ? { type: 'text', text: content } : content.at(-1);
}
