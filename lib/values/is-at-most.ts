/**
 * Whether `A <= B`, for literals that are whole numbers from 0 on; `boolean` for any other number.
 *
 * type-fest compares every integer, at four times the cost. This runs in each call of each user's program, so the
 * numbers that the API counts in have a comparison of their own.
 */
export type IsAtMost<A extends number, B extends number> =
  // The 1 keeps a leading 0 or minus from passing: what is left are digits, and no `number`, brand or exponent.
  `1${A}${B}` extends `${bigint}` ? Compare<`${A}`, `${B}`> : boolean;

/** Drops the digits that agree; the first that differ decide between numbers of the same length. */
type Compare<A extends string, B extends string> = A extends `${infer X}${infer RestA}`
  ? B extends `${infer Y}${infer RestB}`
    ? X extends Y
      ? Compare<RestA, RestB>
      : Shorter<RestA, RestB, '0123456789' extends `${string}${X}${string}${Y}${string}` ? true : false>
    : false
  : true;

/** The number that ends first is the smaller; when both end together it is `Verdict`. */
type Shorter<A extends string, B extends string, Verdict> = A extends `${string}${infer RestA}`
  ? B extends `${string}${infer RestB}`
    ? Shorter<RestA, RestB, Verdict>
    : false
  : B extends ''
    ? Verdict
    : true;
