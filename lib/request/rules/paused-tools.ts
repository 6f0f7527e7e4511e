import type { PlacedBlock } from '../draft/turns.js';
import type { Rule } from './rule.js';

/**
 * Where a tool of the API was called beside tools of yours, it has not run yet: their results go back, and nothing else.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/server-tools
 * @fix Say what else there is to say a turn later.
 * @runtime Whether a call has its result is known when the turn is there.
 */
export const pausedTools: Rule = {
  id: 'paused-tools',
  check({ turns }, refuse) {
    turns.forEach(({ role, blocks }, index) => {
      const before = role === 'user' ? (turns[index - 1]?.blocks ?? []) : [];
      if (!before.some(isOpen) || !before.some(({ block }) => block.type === 'tool_use')) return;
      const other = blocks.find(({ block }) => block.type !== 'tool_result');
      if (other) refuse(other.path, sentence);
    });
  },
};

function isOpen({ block: { type, id } }: PlacedBlock, _: number, blocks: readonly PlacedBlock[]): boolean {
  return type === 'server_tool_use' && !blocks.some(({ block }) => block.tool_use_id === id);
}

const sentence = 'a tool of the API has not run yet: send nothing but tool results';
