import type { MessageBody } from '../wire/message-body.js';

/** What the prompt cache did for one answer, in tokens. */
export interface CacheUse {
  /** Tokens of the prompt that were read from the cache. */
  readonly read: number;
  /** Tokens of the prompt that were written to the cache. */
  readonly written: number;
  /** Tokens of the prompt that the cache had no part in: they have the plain price. */
  readonly missed: number;
  /** The share of the prompt that was read, from 0 to 1; 0 for an empty prompt. */
  readonly hitRate: number;
  /**
   * How many input tokens, at their plain price, the cache has saved: what reads cost less, minus what writes cost more.
   * Below 0 when more was written than read. `cacheSavings()` has US dollars.
   */
  readonly saved: number;
}

/** A cached token costs a tenth of an input token, with newer models less; a write 1.25 of one, or 2 for an hour. */
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
