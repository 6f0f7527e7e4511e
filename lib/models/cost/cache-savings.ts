import type { Usage } from '../../wire/usage.js';
import type { PricedMessage } from './billed-units.js';
import { type CostOptions, cost } from './cost.js';
import { dollar } from './parts.js';

/**
 * What the prompt cache saved for an answer, in US dollars at the list prices of the API: the cost without the cache
 * minus the actual cost. Negative if the writes cost more than the reads saved; `undefined` if `cost()` knows no total.
 * `message.cache.saved` is the same in tokens.
 *
 * @example
 * ```ts
 * import { cacheSavings } from 'clust';
 *
 * const usage = { input_tokens: 1000, cache_read_input_tokens: 100_000, output_tokens: 500 };
 * console.log(cacheSavings(usage, { model: 'claude-opus-5' })); //=> 0.45
 * ```
 */
export function cacheSavings(answer: PricedMessage | Usage, options: CostOptions = {}): number | undefined {
  const message: PricedMessage = 'usage' in answer ? answer : { usage: answer };
  const paid = cost(message, options).total;
  const plain = cost({ ...message, usage: uncached(message.usage) }, options).total;
  if (paid === undefined || plain === undefined) return undefined;
  // Costs are whole numbers of a small unit, and so is their difference.
  return Math.round((plain - paid) * dollar) / dollar;
}

/** The usage of the same answer without caching. */
function uncached(usage: Usage): Usage {
  const { iterations } = usage;
  return { ...plain(usage), ...(iterations && { iterations: iterations.map(plain) }) };
}

interface Cached {
  readonly input_tokens: number;
  readonly cache_read_input_tokens?: number | null | undefined;
  readonly cache_creation_input_tokens?: number | null | undefined;
}

function plain<Of extends Cached>(usage: Of): Of {
  const { input_tokens: input, cache_read_input_tokens: read, cache_creation_input_tokens: written } = usage;
  const none = { cache_read_input_tokens: 0, cache_creation_input_tokens: 0, cache_creation: null };
  return { ...usage, ...none, input_tokens: input + (read ?? 0) + (written ?? 0) };
}
