import type { MessageParam } from '../../wire/message-param.js';
import type { Rule } from './rule.js';

const most = 100_000;

/**
 * A conversation has between 1 and 100,000 turns, none of them without content but the last one of the assistant.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Add a turn with `user()`.
 */
export const conversation: Rule = {
  id: 'conversation',
  check({ body: { messages } }, refuse) {
    if (!messages?.length) return refuse('messages', 'build() needs user()');
    if (messages.length > most)
      refuse('messages', `a conversation has at most ${most} turns, not ${messages.length}`);
    messages.forEach((message, index) => {
      if (isEmpty(message) && !(message.role === 'assistant' && index === messages.length - 1))
        refuse(`messages.${index}.content`, 'a turn needs content: give it text or a block');
    });
  },
};

function isEmpty(message: MessageParam): boolean {
  if (message.role === 'system' && message.output_config) return false;
  // Blank text has a rule of its own.
  return (
    message.content === undefined || (typeof message.content !== 'string' && message.content.length === 0)
  );
}
