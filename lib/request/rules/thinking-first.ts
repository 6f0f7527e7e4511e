import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * With thinking `enabled`, the turn that called the tools whose results end the conversation begins with its thinking.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 * @fix Send the whole answer back: `assistant(message)` keeps its thinking blocks.
 * @runtime Which turns answer one another is known when the conversation is there.
 */
export const thinkingFirst: Rule = {
  id: 'thinking-first',
  check({ body: { messages = [], thinking } }, refuse) {
    if (thinking?.type !== 'enabled') return;
    // The calls of one answer may be spread over several turns; the model thought before the first of them.
    for (let index = messages.length - 1; index > 0; index -= 2) {
      const turn = messages[index - 1];
      const [first] = listOf(turn?.content);
      const results = listOf(messages[index]?.content).some(({ type }) => type === 'tool_result');
      if (!results || turn?.role !== 'assistant' || /thinking$/.test(`${first?.type}`)) return;
      const earlier = listOf(messages[index - 2]?.content).some(({ type }) => type === 'tool_result');
      if (!earlier) return refuse(`messages.${index - 1}.content.0`, sentence);
    }
  },
};

const sentence =
  'with thinking enabled the turn that called the tools must begin with its thinking block: send it back whole';
