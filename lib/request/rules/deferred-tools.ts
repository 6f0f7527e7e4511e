import type { ToolParam } from '../../wire/tools/tool-param.js';
import type { Rule } from './rule.js';

/**
 * A tool that is loaded later, with `defer_loading`, is found by one that is there from the start: not all tools of a
 * request are deferred. What is not in the prompt yet is not cached either.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool#error-handling
 * @fix Leave `defer_loading` out of the tool that searches; cache a tool that is not deferred.
 * @runtime All tools of the request decide, and most are made elsewhere.
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
