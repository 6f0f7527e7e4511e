import type { Rule } from './rule.js';

/**
 * A cache breakpoint has a `type` and a `ttl` of `5m` or `1h`, and may be on any block except thinking.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching#what-can-be-cached
 * @fix Set it on the block before or after the thinking, and leave other keys out.
 */
export const cacheControl: Rule = {
  id: 'cache-control',
  check({ breakpoints, betas }, refuse) {
    for (const { path, control, type } of breakpoints) {
      if (type === 'thinking' || type === 'redacted_thinking') refuse(path, uncacheable(type));
      for (const key of Object.keys(control)) {
        // This beta has no documentation, so it is unknown which fields it allows.
        const isKnown =
          key === 'type' || key === 'ttl' || betas.some((beta) => /^prompt-caching-scope/.test(beta));
        if (!isKnown) refuse(`${path}.${key}`, unknownKey(key));
      }
      if (control.type !== 'ephemeral') refuse(`${path}.type`, otherType);
      if (control.ttl && control.ttl !== '5m' && control.ttl !== '1h')
        refuse(`${path}.ttl`, lifetime(control.ttl));
    }
  },
};

const uncacheable = <Type extends string>(type: Type) =>
  `a ${type} block takes no cache_control: set it on a block before or after it` as const;
const unknownKey = <Key extends string>(key: Key) => `cache_control takes type and ttl, not ${key}` as const;
const otherType = 'the type of a cache breakpoint must be ephemeral';
const lifetime = (ttl: string) => `a cache breakpoint lives for 5m or 1h, not ${ttl}`;

/** Refuses a literal breakpoint on thinking, or with an unknown key. */
export type CacheControlOf<Block> = Block extends { readonly cache_control: infer Control extends object }
  ? Block extends { readonly type: infer Type extends 'thinking' | 'redacted_thinking' }
    ? ReturnType<typeof uncacheable<Type>>
    : Exclude<keyof Control, 'type' | 'ttl'> extends infer Key extends string
      ? ReturnType<typeof unknownKey<Key>>
      : never
  : never;
