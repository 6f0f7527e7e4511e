/** The time after its last use when a cached prefix expires. The API's default is `5m`. */
export type CacheTtl = '5m' | '1h';

/** A cache breakpoint: the prompt up to and including this part is cached. */
export interface CacheControl {
  readonly type: 'ephemeral';
  readonly ttl?: '5m' | '1h' | undefined;
}

/** A part that can be a cache breakpoint. */
export interface Cacheable {
  readonly cache_control?: CacheControl | null | undefined;
}
