import type { Rule } from './rule.js';

const streaming = 'fine-grained-tool-streaming-2025-05-14';

/**
 * The computer toolset has no name and no display, and no other tool of the request may be named computer. With it, or
 * with the browser toolset, the beta `fine-grained-tool-streaming-2025-05-14` is refused.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 * @fix Remove the other tool, the extra field or the beta.
 * @runtime The rule concerns all tools of a request, and most are created elsewhere.
 */
export const computerToolset: Rule = {
  id: 'computer-toolset',
  check({ body: { tools = [] }, betas }, refuse) {
    const toolsets = tools?.filter(({ type }) => /^(computer|browser)_toolset_/.test(`${type}`)) ?? [];
    if (toolsets.length === 0) return;
    if (betas.includes(streaming)) refuse('tools', streamed);
    const hasComputer = toolsets.some(({ type }) => type === toolset);
    tools?.forEach((tool, index) => {
      const path = `tools.${index}`;
      if (tool.type === toolset) {
        for (const key of Object.keys(tool))
          if (key === 'name' || key.startsWith('display_')) refuse(`${path}.${key}`, excessField(key));
      } else if (hasComputer && 'name' in tool && tool.name === 'computer') refuse(path, secondComputer);
    });
  },
};

const toolset = 'computer_toolset_20260801';
const streamed = `a toolset does not go with the beta ${streaming}: leave the beta out`;
const excessField = (key: string) => `${toolset} takes no ${key}: leave it out`;
const secondComputer = `${toolset} takes no other tool named computer beside it: remove one of them`;
