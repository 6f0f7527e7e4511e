import { type LooseBlock, listOf } from '../draft/parts.js';
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
  check({ body: { messages = [] } }, refuse) {
    messages.forEach(({ role, content }, index) => {
      const blocks = role === 'user' ? listOf(messages[index - 1]?.content) : [];
      if (!blocks.some(isOpen) || !blocks.some(({ type }) => type === 'tool_use')) return;
      const other = listOf(content).findIndex(({ type }) => type !== 'tool_result');
      if (other >= 0) refuse(`messages.${index}.content.${other}`, sentence);
    });
  },
};

const isOpen = ({ type, id }: LooseBlock, _: number, blocks: readonly LooseBlock[]) =>
  type === 'server_tool_use' && !blocks.some(({ tool_use_id }) => tool_use_id === id);

const sentence = 'a tool of the API has not run yet: send nothing but tool results';
