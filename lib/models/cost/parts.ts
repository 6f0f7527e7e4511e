/** The kinds of tokens, each with its own price. */
export const tokenParts = ['input', 'output', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead'] as const;
export type TokenPart = (typeof tokenParts)[number];

/** The parts of a cost. */
export const costParts = [...tokenParts, 'serverTools'] as const;
/** A part of a cost: one kind of tokens, or the server tools. */
export type CostPart = (typeof costParts)[number];

/**
 * The cost of a message, in US dollars. The parts add up to `total`.
 *
 * An unknown part is `undefined`. `total` is `undefined` if a part is, or if anything else is billed that cannot be
 * known; `reason` says why.
 */
export interface Cost extends Readonly<Record<CostPart, number | undefined>> {
  readonly total: number | undefined;
  readonly currency: 'USD';
  /** The date of the price table, as `YYYY-MM-DD`. */
  readonly pricesAsOf: string;
  /** Why `total` is `undefined`; `undefined` if it is known. */
  readonly reason: string | undefined;
}

/**
 * The amounts of the parts, in units of 10⁻¹² dollars. They are whole numbers, since a price per million tokens has at
 * most six decimals, so their sums are exact; sums of fractional dollars are not.
 */
export interface Tally {
  readonly amounts: Readonly<Record<CostPart, number | undefined>>;
  readonly reasons: readonly string[];
}

export const dollar = 1e12;

/** A tally of zero. */
export const zeroTally: Tally = {
  amounts: { input: 0, output: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, serverTools: 0 },
  reasons: [],
};

/** Adds two tallies. A part that is unknown in one is unknown in the sum. */
export function plus(left: Tally, right: Tally): Tally {
  const amounts = Object.fromEntries(
    costParts.map((part) => [part, sum(left.amounts[part], right.amounts[part])]),
  ) as Record<CostPart, number | undefined>;
  return { amounts, reasons: [...new Set([...left.reasons, ...right.reasons])] };
}

/** A tally in which these parts are unknown. Without any, something beside the parts is unknown. */
export function unknownParts(parts: readonly CostPart[], reason: string): Tally {
  const amounts = Object.fromEntries(parts.map((part) => [part, undefined]));
  return { amounts: { ...zeroTally.amounts, ...amounts }, reasons: [reason] };
}

export function sum(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}
