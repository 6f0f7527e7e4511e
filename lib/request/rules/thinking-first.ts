import type { PlacedBlock } from '../draft/turns.js';
import type { Rule } from './rule.js';

/**
 * With thinking `enabled`, if the conversation ends in tool results, the turn that made the calls must start with its
 * thinking.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 * @fix Send the whole answer back: `assistant(message)` keeps its thinking blocks.
 * @runtime The turns that belong together are known at run time.
 */
export const thinkingFirst: Rule = {
  id: 'thinking-first',
  check({ body: { thinking }, turns }, refuse) {
    if (thinking?.type !== 'enabled') return;
    // The calls of one answer may be spread over several turns. The thinking is before the first of them.
    for (let index = turns.length - 1; index > 0 && answersCalls(turns[index]?.blocks); index -= 2) {
      const [first] = turns[index - 1]?.blocks ?? [];
      if (first === undefined || /thinking$/.test(first.block.type)) return;
      if (!answersCalls(turns[index - 2]?.blocks)) return refuse(first.path, sentence);
    }
  },
};

function answersCalls(blocks: readonly PlacedBlock[] = []): boolean {
  return blocks.some(({ block }) => block.type === 'tool_result');
}

const sentence =
  'with thinking enabled the turn that called the tools must begin with its thinking block: send it back whole';
