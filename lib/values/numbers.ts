// The two kinds of number that the API takes, at compile time and at run time. type-fest's comparisons only work for
// integers, so decimals are recognized by their digits.

/** Whether a literal is a whole number of 0 or more; `false` for a plain `number`. */
// The 1 excludes a minus, which a bigint may start with.
export type IsWhole<N extends number> = `1${N}` extends `${bigint}` ? true : false;

/** The same at run time: a number that is written with digits only, without an exponent. */
export function isWhole(n: unknown): n is number {
  return typeof n === 'number' && /^\d+$/.test(`${n}`);
}

/** Whether a literal is from 0 to 1; `false` for a plain `number`. */
export type IsUnit<N extends number> = `${N}` extends `-${string}`
  ? false
  : `${N}` extends '0' | '1' | `0.${string}` | `${string}e-${string}`
    ? true
    : false;

/** The same at run time. */
export function isUnit(n: unknown): n is number {
  return typeof n === 'number' && n >= 0 && n <= 1;
}

/** How a sentence prints a value of a JavaScript caller that should be a number. */
export function shown(value: unknown): number | string {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null ? 'null' : typeof value;
}
