import type { Rule } from './rule.js';

/**
 * A member of a toolset answers in text and images; one of the browser's may add which tabs are open.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Say it as text.
 * @runtime What a tool answers is known when it was called.
 */
export const toolsetResults: Rule = {
  id: 'toolset-results',
  check({ parts }, refuse) {
    for (const { block, path, holder } of parts) {
      if (holder?.type !== 'tool_result' || !holder.toolset_name) continue;
      if (!/^(text|image|browser_state)$/.test(block.type)) refuse(path, sentence(block.type));
    }
  },
};

const sentence = (type: string) => `the result of a toolset takes text and images, not ${type}`;
