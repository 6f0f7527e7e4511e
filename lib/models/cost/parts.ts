/** The kinds of tokens, each with a price of its own. */
export const tokenParts = ['input', 'output', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead'] as const;
export type TokenPart = (typeof tokenParts)[number];

/** What a cost is made of. */
export const costParts = [...tokenParts, 'serverTools'] as const;
/** A part of a cost: one kind of tokens, or the tools that the API ran. */
export type CostPart = (typeof costParts)[number];

/**
 * What a message costs, in US dollars. The parts add up to `total`.
 *
 * A part that cannot be known is `undefined`. `total` is `undefined` when a part is, or when something beside the parts
 * is billed that cannot be known; `reason` says why.
 */
export interface Cost extends Readonly<Record<CostPart, number | undefined>> {
  readonly total: number | undefined;
  readonly currency: 'USD';
  /** The day that the price table is of, as `YYYY-MM-DD`. */
  readonly pricesAsOf: string;
  /** Why `total` is `undefined`; `undefined` itself when all is known. */
  readonly reason: string | undefined;
}

/**
 * Amounts of the parts, in units of 10⁻¹² dollars: whole numbers, since a price has at most six digits after the point
 * for a million tokens. Sums of them are exact, which those of fractions of a dollar are not.
 */
export interface Tally {
  readonly amounts: Readonly<Record<CostPart, number | undefined>>;
  readonly reasons: readonly string[];
}

export const dollar = 1e12;

/** Nothing, at no cost. */
export const nothing: Tally = {
  amounts: { input: 0, output: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, serverTools: 0 },
  reasons: [],
};

/** The sum of two: what is not known of one is not known of both. */
export function plus(left: Tally, right: Tally): Tally {
  const amounts = Object.fromEntries(
    costParts.map((part) => [part, sum(left.amounts[part], right.amounts[part])]),
  ) as Record<CostPart, number | undefined>;
  return { amounts, reasons: [...new Set([...left.reasons, ...right.reasons])] };
}

/** With these parts unknown. Without any, something beside them is. */
export function unknownParts(parts: readonly CostPart[], reason: string): Tally {
  const amounts = Object.fromEntries(parts.map((part) => [part, undefined]));
  return { amounts: { ...nothing.amounts, ...amounts }, reasons: [reason] };
}

export function sum(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}
