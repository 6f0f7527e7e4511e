import { type Cost, plus, zeroTally } from './parts.js';
import { toCost, toTally } from './to-cost.js';

/**
 * The sum of several costs, part by part, without rounding. A part that is unknown in one cost is unknown in the sum.
 *
 * @example
 * ```ts
 * import { cost, sumCosts } from 'clust';
 *
 * const usage = { input_tokens: 1200, output_tokens: 350 };
 * const turns = [cost(usage, { model: 'claude-opus-5-5' }), cost(usage, { model: 'claude-sonnet-5-5' })];
 * console.log(sumCosts(turns).total); //=> 0.0177
 * ```
 */
export function sumCosts(costs: Iterable<Cost>): Cost {
  return toCost([...costs].map(toTally).reduce(plus, zeroTally));
}
