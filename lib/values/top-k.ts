import type { Tagged } from 'type-fest';
import type { ValidationError } from '../errors/validation-error.js';
import { checked, orThrow, type Unless } from './checked.js';
import { type IsWhole, isWhole, shown } from './numbers.js';
import type { Result } from './result.js';

/** Limits sampling to this many of the most likely tokens. */
export type TopK = Tagged<number, 'TopK'>;

/**
 * Creates the `top_k` of a request, a whole number, 0 or more. The compiler checks a literal, the run time a `number`.
 *
 * Claude Opus 4.7 and later models reject the parameter, and so does API version 2026-10-21 for every model.
 *
 * @example
 * ```ts
 * import { TopK } from 'clust';
 *
 * const topK = TopK.of(40);
 * const fromConfig = TopK.safe(Number('1.5')); // {ok: false, error: ValidationError}
 * ```
 */
export const TopK = {
  /** @throws {ValidationError} If `n` is not a whole number, 0 or more. */
  of<const N extends number>(n: Unless<TopKRefusal<N>, N>): TopK {
    return orThrow(check(n));
  },

  /** As `of`, but returns the error. */
  safe(n: number): Result<TopK, ValidationError> {
    return check(n);
  },
};

/** The sentence for a literal that is not a `top_k`, else `never`; a plain `number` is checked at run time. */
export type TopKRefusal<N extends number> = number extends N
  ? never
  : N extends TopK
    ? never
    : N extends number
      ? IsWhole<N> extends true
        ? never
        : ReturnType<typeof sentence<N>>
      : never;

/** Why `n` is not a `top_k`; `undefined` if it is one. */
export function topKRefusal(n: unknown): string | undefined {
  return isWhole(n) ? undefined : sentence(shown(n));
}

const sentence = <N extends number | string>(n: N) =>
  `top_k takes a whole number, 0 or more, not ${n}` as const;

const check = (n: unknown) =>
  checked<TopK>(n, { path: 'top_k', rule: 'top-k-range', message: topKRefusal(n) });
