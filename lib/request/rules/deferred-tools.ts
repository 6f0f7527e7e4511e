import type { ToolParam } from '../../wire/tools/tool-param.js';
import type { Rule } from './rule.js';

/**
 * At least one tool of a request must not have `defer_loading`, since it must find the deferred ones. A deferred tool
 * is not in the prompt, so it cannot be cached.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool#error-handling
 * @fix Remove `defer_loading` from the tool that searches; cache a tool that is not deferred.
 * @runtime The rule concerns all tools of the request, and most are created elsewhere.
 */
export const deferredTools: Rule = {
  id: 'deferred-tools',
  check({ body: { tools = [] } }, refuse) {
    if (tools?.length && tools.every(isDeferred)) refuse('tools', allDeferred);
    tools?.forEach((tool, index) => {
      if (isDeferred(tool) && tool.cache_control) refuse(`tools.${index}.cache_control`, cachedDeferred);
    });
  },
};

const isDeferred = (tool: ToolParam) => 'defer_loading' in tool && tool.defer_loading === true;

const allDeferred =
  'at least one tool must not be deferred: leave defer_loading out of the tool that searches';
const cachedDeferred = 'a deferred tool takes no cache_control: set it on a tool that is not deferred';
