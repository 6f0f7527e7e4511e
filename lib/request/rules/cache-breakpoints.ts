import type { Rule } from './rule.js';

/**
 * A request has at most four cache breakpoints, including the automatic one of `cacheControl()`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching#cache-limitations
 * @fix Keep the breakpoints on the parts that change least: the end of the tools, of the system prompt, of the history.
 */
export const cacheBreakpoints: Rule = {
  id: 'cache-breakpoints',
  check({ breakpoints }, refuse) {
    if (breakpoints.length > 4)
      for (const { path } of breakpoints) refuse(path, sentence(breakpoints.length));
  },
};

const sentence = <Count extends number>(count: Count) =>
  `a request takes at most 4 cache breakpoints, not ${count}` as const;

/** Refuses more than four literal breakpoints, given by their lifetimes. */
export type CacheBreakpoints<Ttls> = Ttls extends { readonly length: infer Count extends number }
  ? Count extends 0 | 1 | 2 | 3 | 4
    ? never
    : number extends Count
      ? never
      : ReturnType<typeof sentence<Count>>
  : never;
