import type { Rule } from './rule.js';

/**
 * What a search of yours for tools finds, the result refers to by name: tools of the request.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool#error-handling
 * @fix Add the tool, with `defer_loading: true` where it should stay out of the prompt.
 * @runtime What was found is known when it was looked for.
 */
export const toolReferences: Rule = {
  id: 'tool-references',
  check({ body: { tools }, parts }, refuse) {
    // What an MCP server offers, and what was added on the way, has no name here.
    if (tools?.some(({ type }) => type === 'mcp_toolset')) return;
    if (parts.some(({ block }) => block.type === 'tool_addition')) return;
    for (const { block, path, holder } of parts) {
      if (block.type !== 'tool_reference' || holder?.type !== 'tool_result') continue;
      const isThere = tools?.some((tool) => 'name' in tool && tool.name === block.tool_name);
      if (!isThere) refuse(`${path}.tool_name`, sentence(block.tool_name));
    }
  },
};

const sentence = (name: string | undefined) => `tool_reference names ${name}, which is not among the tools`;
