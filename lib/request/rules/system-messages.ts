import type { ModelsWith } from '../../models/rule-of.js';
import type { MessageParam } from '../../wire/message-param.js';
import { listOf } from '../draft/parts.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * A system message within the conversation must follow a user turn, or an assistant turn that ends in the result of a
 * server tool, and must be followed by an assistant turn or nothing. Not every model supports it. A system message that
 * only changes the effort may be anywhere. Consecutive system messages count as one.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#limitations
 * @fix Move it after a user turn, or use `system()`.
 */
export const systemMessages: Rule = {
  id: 'system-messages',
  check({ body: { messages = [] }, isContinued, spec }, refuse) {
    let before: MessageParam | undefined;
    let said = false;
    messages.forEach((message, index) => {
      if (message.role !== 'system') {
        before = message;
        said = false;
        return;
      }
      said ||= !!message.content?.length;
      const next = messages[index + 1]?.role;
      if (!said || next === 'system') return;
      const path = `messages.${index}`;
      if (before && spec?.midConversationSystem === false) refuse(path, unsupported(spec.id));
      else if (!before && !isContinued) refuse(path, opens);
      else if (before?.role === 'assistant' && !endsInServerResult(before)) refuse(path, misplaced);
      else if (next === 'user') refuse(path, followed);
    });
  },
};

function endsInServerResult({ content }: MessageParam): boolean {
  return !!listOf(content).at(-1)?.type.endsWith('_result');
}

const opens = 'a system message cannot open the conversation: use system()';
const misplaced = 'a system message must come after a user turn or the result of a server tool';
const followed =
  'a system message must end the conversation or be followed by the assistant: move it after the user turn';
const unsupported = <Id extends string>(id: Id) =>
  `${id} takes no system message inside the conversation: use system()` as const;

/** Refuses a literal conversation that starts with a system message. */
export type SystemOpens = typeof opens;

/** Refuses a literal system message within the conversation for a model that does not support it. */
export type SystemMessages<M> = EveryModel<
  M,
  ReturnType<typeof unsupported<ModelsWith<M, 'midConversationSystem', false>>>
>;
