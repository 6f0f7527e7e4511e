import type { Tagged } from 'type-fest';
import type { ValidationError } from '../errors/validation-error.js';
import { checked, orThrow, type Unless } from './checked.js';
import { type IsUnit, isUnit, shown } from './numbers.js';
import type { Result } from './result.js';

/** Nucleus sampling: limits sampling to the most likely tokens whose probabilities add up to this number. */
export type TopP = Tagged<number, 'TopP'>;

/**
 * Creates the `top_p` of a request, from 0 to 1. The compiler checks a literal, the run time a `number`.
 *
 * Claude Opus 4.1 to 4.6 take `temperature` or `top_p`, not both. Later models, and API version 2026-10-21 for every
 * model, reject the parameter.
 *
 * @example
 * ```ts
 * import { TopP } from 'clust';
 *
 * const topP = TopP.of(0.95);
 * const fromConfig = TopP.safe(Number('1.5')); // {ok: false, error: ValidationError}
 * ```
 */
export const TopP = {
  /** @throws {ValidationError} If `n` is not from 0 to 1. */
  of<const N extends number>(n: Unless<TopPRefusal<N>, N>): TopP {
    return orThrow(check(n));
  },

  /** As `of`, but returns the error. */
  safe(n: number): Result<TopP, ValidationError> {
    return check(n);
  },
};

/** The sentence for a literal that is not a `top_p`, else `never`; a plain `number` is checked at run time. */
export type TopPRefusal<N extends number> = number extends N
  ? never
  : N extends TopP
    ? never
    : N extends number
      ? IsUnit<N> extends true
        ? never
        : ReturnType<typeof sentence<N>>
      : never;

/** Why `n` is not a `top_p`; `undefined` if it is one. */
export function topPRefusal(n: unknown): string | undefined {
  return isUnit(n) ? undefined : sentence(shown(n));
}

const sentence = <N extends number | string>(n: N) => `top_p must be between 0 and 1, not ${n}` as const;

const check = (n: unknown) =>
  checked<TopP>(n, { path: 'top_p', rule: 'top-p-range', message: topPRefusal(n) });
