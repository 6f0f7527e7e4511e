import type { CacheTtl } from '../wire/cache-control.js';

/** A block of content as it is sent, which can be made a cache breakpoint. */
export type CacheableContent<Block> = Block & CanBeCached<Block>;

/** The same block as a cache breakpoint. */
export type CachedContent<Block, Control> = Block & { readonly cache_control: Control } & CanBeCached<Block>;

/** What the content helpers add to a block; not enumerable, so it never shows in JSON. */
export interface CanBeCached<Block> {
  /**
   * The same block as a cache breakpoint: everything up to and including it is cached. A request takes four.
   *
   * Sends `"cache_control": {"type": "ephemeral"}`, and the prefix lives for five minutes after its last use;
   * with `'1h'`, `"cache_control": {"type": "ephemeral", "ttl": "1h"}`, for an hour.
   *
   * @example
   * ```ts
   * import { text } from 'clust';
   *
   * const manual = text('Chapter one …').cached('1h');
   * ```
   */
  cached(): CachedContent<Block, { readonly type: 'ephemeral' }>;
  // Written out, so that an error names both.
  cached<Ttl extends '5m' | '1h'>(
    ttl: Ttl,
  ): CachedContent<Block, { readonly type: 'ephemeral'; readonly ttl: Ttl }>;
}

/**
 * Freezes a block and gives it `cached()`, not enumerable: the block stays a plain object, equal to its JSON.
 * @internal
 */
export function cacheable<Block extends object>(block: Block): CacheableContent<Block> {
  // All that was missing from the type is defined here.
  return Object.freeze(Object.defineProperty(block, 'cached', { value: cached })) as CacheableContent<Block>;
}

function cached(this: object, ttl?: CacheTtl): object {
  const control = ttl === undefined ? { type: 'ephemeral' } : { type: 'ephemeral', ttl };
  // The spread copies references: a long text or image is not copied.
  return cacheable({ ...this, cache_control: Object.freeze(control) });
}
