import type { CacheTtl } from '../wire/cache-control.js';

/** A content block that can be made a cache breakpoint. */
export type CacheableContent<Block> = Block & CanBeCached<Block>;

/** The same block as a cache breakpoint. */
export type CachedContent<Block, Control> = Block & { readonly cache_control: Control } & CanBeCached<Block>;

/** The method that the content helpers add to a block. It is not enumerable, so it never appears in JSON. */
export interface CanBeCached<Block> {
  /**
   * Returns the same block as a cache breakpoint: the prompt up to and including it is cached. A request may have four
   * breakpoints.
   *
   * Sends `"cache_control": {"type": "ephemeral"}`, and the cached prefix expires five minutes after its last use. With
   * `'1h'` it sends `"cache_control": {"type": "ephemeral", "ttl": "1h"}`, and the prefix expires after an hour.
   *
   * @example
   * ```ts
   * import { text } from 'clust';
   *
   * const manual = text('Chapter one …').cached('1h');
   * ```
   */
  cached(): CachedContent<Block, { readonly type: 'ephemeral' }>;
  // An overload of its own, so that an error names both values.
  cached<Ttl extends '5m' | '1h'>(
    ttl: Ttl,
  ): CachedContent<Block, { readonly type: 'ephemeral'; readonly ttl: Ttl }>;
}

/**
 * Freezes a block and adds a `cached()` that is not enumerable: the block stays a plain object, equal to its JSON.
 * @internal
 */
export function cacheable<Block extends object>(block: Block): CacheableContent<Block> {
  // `defineProperty` adds the method that the type promises.
  return Object.freeze(Object.defineProperty(block, 'cached', { value: cached })) as CacheableContent<Block>;
}

function cached(this: object, ttl?: CacheTtl): object {
  const control = ttl === undefined ? { type: 'ephemeral' } : { type: 'ephemeral', ttl };
  // The spread copies references, so a long text or image is not copied.
  return cacheable({ ...this, cache_control: Object.freeze(control) });
}
