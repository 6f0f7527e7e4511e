// The two kinds of number that the API takes, for the compiler and for the run time. type-fest's comparisons are
// right for integers only, so decimals are told by how they are written.

/** Whether a literal is a whole number from 0 on; `false` for a plain `number`. */
// The 1 keeps a minus from passing for the sign of a bigint.
export type IsWhole<N extends number> = `1${N}` extends `${bigint}` ? true : false;

/** The same at run time: a number that is written in digits alone, without exponent. */
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

/** What a sentence prints for a value that a caller without types gave as a number. */
export function shown(value: unknown): number | string {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null ? 'null' : typeof value;
}
