import { listOf } from '../draft/parts.js';
import type { PlacedBlock } from '../draft/turns.js';
import type { Rule } from './rule.js';

/**
 * If the model called a server tool together with your tools, the server tool has not run yet, so the next turn may
 * contain only the results of your tools. The same applies while code waits for the results of its calls, which must be
 * text.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/server-tools
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling#constraints-and-limitations
 * @fix Send any other content one turn later.
 * @runtime The results of calls are known at run time.
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

const sentence = 'a server tool has not run yet: send only tool results';
const waiting = 'code waits for the results of its calls: send nothing but tool results';
const textual = 'code reads the result of its call as text: send text blocks';
