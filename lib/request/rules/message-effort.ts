import type { Rule } from './rule.js';

/**
 * Effort may change within a conversation only if the model supports it: not with thinking `between_tools`, and for
 * Claude Haiku 5.5 not with `disabled`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/effort#change-effort-mid-conversation
 * @fix Set the effort of the whole request with `effort()`.
 * @runtime The conversation consists of values, so the compiler sees few of its messages.
 */
export const messageEffort: Rule = {
  id: 'message-effort',
  check({ body, spec }, refuse) {
    const type = body.thinking?.type;
    body.messages?.forEach((message, index) => {
      if (!spec || message.role !== 'system' || !message.output_config?.effort) return;
      const path = `messages.${index}.output_config.effort`;
      if (spec.perMessageEffort === false) refuse(path, sentence(spec.id));
      // Setting the current level again is not a change.
      else if (message.output_config.effort === body.output_config?.effort) return;
      else if (
        type === 'between_tools' ||
        (type === 'disabled' && spec.perMessageEffortWithDisabled === false)
      ) {
        refuse(path, `with thinking ${type} ${sentence(spec.id)}`);
      }
    });
  },
};

const sentence = (id: string) => `${id} takes no change of effort inside the conversation: use effort()`;
