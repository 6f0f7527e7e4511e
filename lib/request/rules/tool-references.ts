import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * The result of a tool search refers to tools by name, and the request must have these tools. This includes the API's
 * own searches in the history.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool#error-handling
 * @fix Add the tool, with `defer_loading: true` to keep it out of the prompt.
 * @runtime The results of a search are known at run time.
 */
export const toolReferences: Rule = {
  id: 'tool-references',
  check({ body: { tools }, isContinued, parts }, refuse) {
    if (isContinued) return;
    // The names of an MCP server's tools, and of tools that were added later, are unknown here.
    if (tools?.some(({ type }) => type === 'mcp_toolset')) return;
    if (parts.some(({ block }) => block.type === 'tool_addition')) return;
    const look = (name: string | undefined, path: string) => {
      const isThere = tools?.some((tool) => 'name' in tool && tool.name === name);
      if (!isThere) refuse(`${path}.tool_name`, sentence(name));
    };
    for (const { block, path, holder } of parts) {
      if (block.type === 'tool_reference' && holder?.type === 'tool_result') look(block.tool_name, path);
      if (block.type !== 'tool_search_tool_result') continue;
      const found = listOf(Object(block.content).tool_references);
      found.forEach((one, index) => {
        look(one?.tool_name, `${path}.content.tool_references.${index}`);
      });
    }
  },
};

const sentence = (name: string | undefined) => `tool_reference names ${name}, which is not among the tools`;
