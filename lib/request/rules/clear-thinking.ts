import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * Thinking is cleared from the context of a model that thinks: not with thinking `disabled`, nor without `thinking` on a
 * model that thinks only when told to.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/context-editing#thinking-block-clearing
 * @source https://github.com/anthropics/claude-code/issues/11971
 * @fix Turn thinking on, or leave the edit out.
 * @runtime Whether a model thinks without being told is looked up when the request is built.
 */
export const clearThinking: Rule = {
  id: 'clear-thinking',
  check({ body: { context_management, thinking }, spec }, refuse) {
    const waits = spec?.thinking.includes('enabled') && spec.thinking.includes('disabled');
    if (thinking ? thinking.type !== 'disabled' : !waits) return;
    listOf(context_management?.edits).forEach((edit, index) => {
      if (edit?.type === 'clear_thinking_20251015') refuse(`context_management.edits.${index}`, sentence);
    });
  },
};

const sentence = 'clear_thinking_20251015 needs thinking: turn it on with thinking()';
