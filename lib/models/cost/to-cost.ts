import { pricesAsOf } from '../prices.js';
import { type Cost, type CostPart, costParts, dollar, sum, type Tally } from './parts.js';

/** Converts a tally to dollars. */
export function toCost({ amounts, reasons }: Tally): Cost {
  const total = reasons.length > 0 ? undefined : costParts.map((part) => amounts[part]).reduce(sum, 0);
  const parts = Object.fromEntries(costParts.map((part) => [part, inDollars(amounts[part])])) as Record<
    CostPart,
    number | undefined
  >;
  return Object.freeze({
    total: inDollars(total),
    ...parts,
    currency: 'USD',
    pricesAsOf,
    reason: reasons.length === 0 ? undefined : reasons.join('; '),
  });
}

/** Converts a cost back to a tally. */
export function toTally(cost: Cost): Tally {
  const amounts = Object.fromEntries(costParts.map((part) => [part, inUnits(cost[part])])) as Record<
    CostPart,
    number | undefined
  >;
  return { amounts, reasons: cost.reason === undefined ? [] : [cost.reason] };
}

function inDollars(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : amount / dollar;
}

function inUnits(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : Math.round(amount * dollar);
}
