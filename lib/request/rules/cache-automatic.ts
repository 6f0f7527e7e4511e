import type { Rule } from './rule.js';

/**
 * The automatic breakpoint is on the last block of the conversation. If that block has a breakpoint of its own, both
 * must have the same `ttl`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching#automatic-caching
 * @fix Give both the same `ttl`, or leave one of them out.
 * @runtime The last block is known when the request is built.
 */
export const cacheAutomatic: Rule = {
  id: 'cache-automatic',
  check({ body: { cache_control: automatic }, turns }, refuse) {
    const own = turns.at(-1)?.blocks.at(-1)?.block.cache_control;
    if (!automatic || !own) return;
    const [ttl, other] = [automatic.ttl ?? '5m', own.ttl ?? '5m'];
    if (ttl !== other) refuse('cache_control.ttl', sentence(ttl, other));
  },
};

const sentence = (ttl: string, other: string) =>
  `the automatic breakpoint of ${ttl} is on a block that has one of ${other}: give both the same ttl`;
