import type { Rule } from './rule.js';

/**
 * Web search and web fetch accept a list of allowed domains or one of blocked domains, not both.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/server-tools#domain-filtering
 * @fix Keep one of the two lists.
 */
export const domains: Rule = {
  id: 'domains',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if ('allowed_domains' in tool && tool.allowed_domains?.length && tool.blocked_domains?.length) {
        refuse(`tools.${index}.blocked_domains`, sentence);
      }
    });
  },
};

const sentence = 'a tool takes allowed_domains or blocked_domains, not both';

/** Refuses a literal tool with both lists. */
export type Domains<Tool> = Tool extends {
  readonly allowed_domains: readonly [unknown, ...unknown[]];
  readonly blocked_domains: readonly [unknown, ...unknown[]];
}
  ? typeof sentence
  : never;
