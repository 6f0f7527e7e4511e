/** How long a cached prefix lives after its last use. The API's default is `5m`. */
export type CacheTtl = '5m' | '1h';

/** A cache breakpoint: everything up to and including the part that carries it is cached. */
export interface CacheControl {
  readonly type: 'ephemeral';
  readonly ttl?: '5m' | '1h' | undefined;
}

/** What a cache breakpoint can be set on. */
export interface Cacheable {
  readonly cache_control?: CacheControl | null | undefined;
}
