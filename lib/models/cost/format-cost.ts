import { type Cost, costParts } from './parts.js';

/**
 * Formats a cost: two decimals for a dollar or more, three significant digits for less. If parts of a cost are unknown,
 * it shows the known part and the reason.
 *
 * @example
 * ```ts
 * import { cost, formatCost } from 'clust';
 *
 * const usage = { input_tokens: 20_001, output_tokens: 1000, cache_read_input_tokens: 80_000 };
 * console.log(formatCost(cost(usage, { model: 'claude-haiku-5-5' }))); //=> $0.0165
 * ```
 */
export function formatCost(cost: Cost): string {
  if (cost.total !== undefined) return inDollars(cost.total);
  const known = costParts.reduce((sum, part) => sum + (cost[part] ?? 0), 0);
  return known > 0 ? `at least ${inDollars(known)} (${cost.reason})` : `unknown (${cost.reason})`;
}

function inDollars(amount: number): string {
  const digits = amount >= 1 || amount === 0 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(amount)));
  return amount.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
}
