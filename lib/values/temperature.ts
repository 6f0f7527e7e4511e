import type { Tagged } from 'type-fest';
import type { ValidationError } from '../errors/validation-error.js';
import { checked, orThrow, type Unless } from './checked.js';
import { type IsUnit, isUnit, shown } from './numbers.js';
import type { Result } from './result.js';

/** How random the answer is: from 0, the least random, to 1, the API's default. */
export type Temperature = Tagged<number, 'Temperature'>;

/**
 * Creates the `temperature` of a request, from 0 to 1. The compiler checks a literal, the run time a `number`.
 *
 * Claude Opus 4.7 and later models reject the parameter, and so does API version 2026-10-21 for every model.
 *
 * @example
 * ```ts
 * import { Temperature } from 'clust';
 *
 * const temperature = Temperature.of(0.7);
 * const fromConfig = Temperature.safe(Number('1.5')); // {ok: false, error: ValidationError}
 * ```
 */
export const Temperature = {
  /** @throws {ValidationError} If `n` is not from 0 to 1. */
  of<const N extends number>(n: Unless<TemperatureRefusal<N>, N>): Temperature {
    return orThrow(check(n));
  },

  /** As `of`, but returns the error. */
  safe(n: number): Result<Temperature, ValidationError> {
    return check(n);
  },
};

/** The sentence for a literal that is not a temperature, else `never`; a plain `number` is checked at run time. */
export type TemperatureRefusal<N extends number> = number extends N
  ? never
  : N extends Temperature
    ? never
    : N extends number
      ? IsUnit<N> extends true
        ? never
        : ReturnType<typeof sentence<N>>
      : never;

/** Why `n` is not a temperature; `undefined` if it is one. */
export function temperatureRefusal(n: unknown): string | undefined {
  return isUnit(n) ? undefined : sentence(shown(n));
}

const sentence = <N extends number | string>(n: N) =>
  `temperature must be between 0 and 1, not ${n}` as const;

const check = (n: unknown) =>
  checked<Temperature>(n, { path: 'temperature', rule: 'temperature-range', message: temperatureRefusal(n) });
