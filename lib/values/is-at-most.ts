/**
 * Whether `A <= B`, for literals that are whole numbers of 0 or more; `boolean` for any other number.
 *
 * type-fest compares every integer, at six times the cost. This runs in each call of every user's program, so whole
 * numbers of at most seven digits, which cover the API's limits, have their own comparison.
 */
export type IsAtMost<A extends number, B extends number> =
  // The 1 excludes a leading 0 or minus: only digits are left, and no `number`, brand or exponent.
  `1${A}${B}` extends `${bigint}` ? Compare<`${A}`, `${B}`> : boolean;

type Compare<A extends string, B extends string> = A extends B
  ? true
  : LengthOf<A> extends infer Length
    ? Length extends LengthOf<B>
      ? CompareDigits<A, B>
      : Length extends Shorter[LengthOf<B>]
        ? true
        : false
    : never;

/** For numbers of the same length, the first different digit decides. */
type CompareDigits<A extends string, B extends string> = A extends `${infer X}${infer RestA}`
  ? B extends `${infer Y}${infer RestB}`
    ? X extends Y
      ? CompareDigits<RestA, RestB>
      : '0123456789' extends `${string}${X}${string}${Y}${string}`
        ? true
        : false
    : false
  : true;

/** Counts four digits at a time: a step of the compiler costs the same whatever it matches. */
type LengthOf<Digits extends string> =
  Digits extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer Rest}`
    ? Rest extends ''
      ? 4
      : Rest extends `${infer _5}${infer Last}`
        ? Last extends ''
          ? 5
          : Last extends `${infer _6}${infer More}`
            ? More extends ''
              ? 6
              : 7
            : never
        : never
    : Digits extends `${infer _1}${infer _2}${infer Third}`
      ? Third extends ''
        ? 2
        : 3
      : 1;

interface Shorter {
  readonly 1: never;
  readonly 2: 1;
  readonly 3: 1 | 2;
  readonly 4: 1 | 2 | 3;
  readonly 5: 1 | 2 | 3 | 4;
  readonly 6: 1 | 2 | 3 | 4 | 5;
  readonly 7: 1 | 2 | 3 | 4 | 5 | 6;
}
