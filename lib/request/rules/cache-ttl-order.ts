import type { Rule } from './rule.js';

/**
 * Breakpoints of one hour come before those of five minutes, in the order tools, system, messages.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @fix Give the earlier breakpoints the longer lifetime.
 */
export const cacheTtlOrder: Rule = {
  id: 'cache-ttl-order',
  check({ breakpoints }, refuse) {
    let short = false;
    for (const { path, control } of breakpoints) {
      if (control.ttl !== '1h') short = true;
      else if (short) refuse(`${path}.ttl`, sentence);
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
