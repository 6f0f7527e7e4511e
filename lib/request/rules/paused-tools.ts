import { listOf } from '../draft/parts.js';
import type { PlacedBlock } from '../draft/turns.js';
import type { Rule } from './rule.js';

/**
 * Where a tool of the API was called beside tools of yours, it has not run yet: their results go back, and nothing else.
 * So it is while code waits for the results of its calls, which are text.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/server-tools
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling#constraints-and-limitations
 * @fix Say what else there is to say a turn later.
 * @runtime Whether a call has its result is known when the turn is there.
 */
export const pausedTools: Rule = {
  id: 'paused-tools',
  check({ turns }, refuse) {
    turns.forEach(({ role, blocks }, index) => {
      const before = role === 'user' ? (turns[index - 1]?.blocks ?? []) : [];
      const calls = before.filter(({ block }) => block.type === 'tool_use');
      const ofCode = calls.filter(({ block }) => `${block.caller?.type}`.startsWith('code_execution'));
      if (ofCode.length === 0 && !(before.some(isOpen) && calls.length > 0)) return;
      const other = blocks.find(({ block }) => block.type !== 'tool_result');
      if (other) refuse(other.path, ofCode.length > 0 ? waiting : sentence);
      for (const { block, path } of blocks) {
        if (!ofCode.some((call) => call.block.id === block.tool_use_id)) continue;
        const picture = listOf(block.content).findIndex((each) => each?.type !== 'text');
        if (picture >= 0) refuse(`${path}.content.${picture}`, textual);
      }
    });
  },
};

function isOpen({ block: { type, id } }: PlacedBlock, _: number, blocks: readonly PlacedBlock[]): boolean {
  return type === 'server_tool_use' && !blocks.some(({ block }) => block.tool_use_id === id);
}

const sentence = 'a tool of the API has not run yet: send nothing but tool results';
const waiting = 'code waits for the results of its calls: send nothing but tool results';
const textual = 'code reads the result of its call as text: send text blocks';
