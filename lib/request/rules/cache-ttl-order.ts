import { cacheBreakpoints as breakpointsOf } from '../draft/cache-breakpoints.js';
import type { Rule } from './rule.js';

/**
 * Breakpoints of one hour come before those of five minutes, in the order tools, system, messages.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @fix Give the earlier breakpoints the longer lifetime.
 */
export const cacheTtlOrder: Rule = {
  id: 'cache-ttl-order',
  check({ body }, refuse) {
    let short = false;
    for (const { path, ttl } of breakpointsOf(body)) {
      if (ttl === '1h' && short) refuse(`${path}.ttl`, sentence);
      short ||= ttl === '5m';
    }
  },
};

const sentence = 'a cache breakpoint of 1h must come before those of 5m: tools, then system, then messages';

/** Refuses a literal breakpoint of one hour after one of five minutes. */
export type CacheTtlOrder<Ttls> = Ttls extends readonly unknown[]
  ? LongAfterShort<Ttls> extends true
    ? typeof sentence
    : never
  : never;

type LongAfterShort<Ttls extends readonly unknown[]> = Ttls extends readonly [infer First, ...infer Rest]
  ? First extends '5m'
    ? '1h' extends Rest[number]
      ? true
      : false
    : LongAfterShort<Rest>
  : false;
