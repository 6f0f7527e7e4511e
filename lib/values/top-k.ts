import type { Tagged } from 'type-fest';
import type { ValidationError } from '../errors/validation-error.js';
import { checked, orThrow, type Unless } from './checked.js';
import { type IsWhole, isWhole, shown } from './numbers.js';
import type { Result } from './result.js';

/** Only this many of the likeliest words are drawn from. */
export type TopK = Tagged<number, 'TopK'>;

/**
 * Makes the `top_k` of a request, a whole number from 0 on. A literal is checked by the compiler, a `number` at run
 * time.
 *
 * Models from Claude Opus 4.7 on reject the parameter, and so does API version 2026-10-21 for every model.
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
  /** @throws ValidationError when `n` is not a whole number from 0 on. */
  of<const N extends number>(n: Unless<TopKRefusal<N>, N>): TopK {
    return orThrow(check(n));
  },

  /** As `of`, with the error returned. */
  safe(n: number): Result<TopK, ValidationError> {
    return check(n);
  },
};

/** The sentence for a literal that is no top_k, else `never`; a plain `number` is left to the run time. */
export type TopKRefusal<N extends number> = number extends N
  ? never
  : N extends TopK
    ? never
    : N extends number
      ? IsWhole<N> extends true
        ? never
        : ReturnType<typeof sentence<N>>
      : never;

/** Why `n` is no top_k; `undefined` when it is one. */
export function topKRefusal(n: unknown): string | undefined {
  return isWhole(n) ? undefined : sentence(shown(n));
}

const sentence = <N extends number | string>(n: N) =>
  `top_k takes a whole number, 0 or more, not ${n}` as const;

const check = (n: unknown) =>
  checked<TopK>(n, { path: 'top_k', rule: 'top-k-range', message: topKRefusal(n) });
