import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * A system message that is cleared at the next user message may only contain text: it changes no tool and no effort, is
 * not cached, and is not directly before a user message.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages
 * @fix Put the rest into another system message, without `clear_at`.
 * @runtime The conversation consists of values, so the compiler sees few of its messages.
 */
export const clearAt: Rule = {
  id: 'clear-at',
  check({ body: { messages = [] } }, refuse) {
    messages.forEach((message, index) => {
      if (message.role !== 'system' || message.clear_at !== 'next_user_message') return;
      const path = `messages.${index}`;
      if (message.output_config) refuse(`${path}.output_config`, effort);
      if (messages[index + 1]?.role === 'user') refuse(path, followed);
      listOf(message.content).forEach((block, at) => {
        if (block?.type !== 'text') refuse(`${path}.content.${at}`, other(block?.type));
        else if (block.cache_control) refuse(`${path}.content.${at}.cache_control`, cached);
      });
    });
  },
};

const effort = 'a system message with clear_at takes no output_config: set it in a message of its own';
const followed = 'a system message with clear_at must come after the message of the user, not before it';
const cached =
  'a system message with clear_at takes no cache_control: the API removes the message at the next turn';
const other = (type: string | undefined) => `a system message with clear_at takes text, not ${type}`;
