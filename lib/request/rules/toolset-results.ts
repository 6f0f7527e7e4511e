import type { Rule } from './rule.js';

/**
 * The result of a toolset member may contain text and images; a result of the browser toolset may also contain the open
 * tabs.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Send it as text.
 * @runtime The results of tools are known at run time.
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
