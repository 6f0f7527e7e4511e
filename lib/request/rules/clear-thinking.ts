import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * Thinking can only be cleared for a model that thinks: not with thinking `disabled`, and not without `thinking` on a
 * model whose thinking is off by default. It must be the first edit of the list.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/context-editing#thinking-block-clearing
 * @source https://github.com/anthropics/claude-code/issues/11971
 * @fix Turn thinking on, or leave the edit out; put the edit first.
 */
export const clearThinking: Rule = {
  id: 'clear-thinking',
  check({ body: { context_management, thinking }, spec }, refuse) {
    const waits = spec?.thinking.includes('enabled') && spec.thinking.includes('disabled');
    const thinks = thinking ? thinking.type !== 'disabled' : !waits;
    listOf(context_management?.edits).forEach((edit, index) => {
      if (edit?.type !== 'clear_thinking_20251015') return;
      const path = `context_management.edits.${index}`;
      if (!thinks) refuse(path, sentence);
      if (index > 0) refuse(path, late);
    });
  },
};

const late = 'clear_thinking_20251015 must be the first of the edits';
const sentence = 'clear_thinking_20251015 needs thinking: turn it on with thinking()';

/** Refuses literal edits if the one that clears thinking is not the first. */
export type ClearThinkingLate<Edits> = Edits extends readonly [unknown, ...infer Rest]
  ? Extract<Rest[number], { readonly type: 'clear_thinking_20251015' }> extends never
    ? never
    : typeof late
  : never;
