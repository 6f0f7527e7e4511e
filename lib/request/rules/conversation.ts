import type { MessageParam } from '../../wire/message-param.js';
import type { Rule } from './rule.js';

const most = 100_000;

/**
 * A conversation has between 1 and 100,000 turns, and none of them may be empty except the assistant's last one.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Add a turn with `user()`, or content to the turn.
 */
export const conversation: Rule = {
  id: 'conversation',
  check({ body: { messages }, isContinued }, refuse) {
    if (!messages) return refuse('messages', missing);
    // A continued thread may have no new turn, to resume a paused turn or to ask again.
    if (messages.length === 0 && !isContinued) refuse('messages', empty);
    if (messages.length > most) refuse('messages', long(messages.length));
    messages.forEach((message, index) => {
      if (isEmpty(message) && !(message.role === 'assistant' && index === messages.length - 1))
        refuse(`messages.${index}.content`, contentless);
    });
  },
};

function isEmpty({ role, content, ...message }: MessageParam): boolean {
  if (role === 'system' && 'output_config' in message) return false;
  // The blank-text rule reports blank user text.
  return content === undefined || (content.length === 0 && !(role === 'user' && content === ''));
}

const missing = 'build() needs user()';
const empty = 'a conversation needs a turn: messages must not be empty';
const long = (count: number) => `a conversation has at most ${most} turns, not ${count}`;
const contentless = 'a turn needs content: give it text or a block';

/** Refuses, when the request is built, a conversation that is missing. */
export type MissingConversation = typeof missing;

/** Refuses a literal conversation without a turn. */
export type EmptyConversation = typeof empty;

/** Refuses a literal turn without a block. */
export type EmptyContent = typeof contentless;
