import type { LessThanOrEqual } from 'type-fest';
import type { IsAtMost } from '../../lib/values/is-at-most.js';

// Compiled, never run. Compares `IsAtMost` with the type of type-fest for every pair of numbers in a table.

type Numbers =
  | [0, 1, 2, 5, 9, 10, 11, 19, 20, 99, 100, 101, 999]
  | [1000, 1023, 1024, 1025, 2048, 4095, 4096, 4097, 8191, 8192, 8193, 9999]
  | [10_000, 31_999, 32_000, 32_001, 63_999, 64_000, 64_001, 99_999]
  | [100_000, 127_999, 128_000, 128_001, 199_999, 300_000, 999_999, 1_000_000, 1_234_567];

type Each = Numbers[number];

/** The pairs on which the two comparisons disagree, or `never`. */
type Disagreement = {
  [A in Each]: { [B in Each]: IsAtMost<A, B> extends LessThanOrEqual<A, B> ? never : [A, B] }[Each];
}[Each];

export const agreed: [Disagreement] extends [never] ? true : Disagreement = true;
