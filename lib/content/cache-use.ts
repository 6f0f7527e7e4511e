import type { MessageBody } from '../wire/message-body.js';

/** What the prompt cache did for one answer, in tokens. */
export interface CacheUse {
  /** Tokens of the prompt that were read from the cache. */
  readonly read: number;
  /** Tokens of the prompt that were written to the cache. */
  readonly written: number;
  /** Tokens of the prompt that were neither read from the cache nor written to it. They have the plain price. */
  readonly missed: number;
  /** The share of the prompt that was read from the cache, from 0 to 1; 0 for an empty prompt. */
  readonly hitRate: number;
  /**
   * How many input tokens, at their plain price, the cache has saved: the savings of reads minus the extra cost of
   * writes. Negative if the writes cost more than the reads saved. `cacheSavings()` returns US dollars.
   */
  readonly saved: number;
}

/**
 * Reading a cached token costs 0.1 of an input token (0.05 with Opus 5.5 and Sonnet 5.5, 0.025 with Fable 5.1 and 5.2
 * and Mythos 5.1 and 5.2). Writing one costs 1.25, or 2 for an hour.
 */
export function cacheUse({ model, usage }: Pick<MessageBody, 'model' | 'usage'>): CacheUse {
  const read = usage.cache_read_input_tokens ?? 0;
  const written = usage.cache_creation_input_tokens ?? 0;
  const missed = usage.input_tokens;
  const long = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const rate = /(fable|mythos)-5-[12]/.test(model) ? 0.025 : /(opus|sonnet)-5-5/.test(model) ? 0.05 : 0.1;
  const total = read + written + missed;
  return {
    read,
    written,
    missed,
    hitRate: total === 0 ? 0 : read / total,
    saved: read * (1 - rate) - (written - long) * 0.25 - long,
  };
}
