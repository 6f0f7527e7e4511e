import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { Result } from './result.js';

/** The argument itself, or the sentence that refuses it: an error then shows the sentence, on the argument. */
export type Unless<Refusal, Argument> = [Refusal] extends [never] ? Argument : Refusal;

/**
 * The value under its brand when nothing refuses it; a value has the same form with the brand and without.
 *
 * @internal
 */
export function checked<Branded>(
  value: unknown,
  { path, rule, message }: Omit<Problem, 'message'> & { readonly message: string | undefined },
): Result<Branded, ValidationError> {
  if (message !== undefined) return { ok: false, error: new ValidationError([{ path, rule, message }]) };
  // A brand exists for the compiler only: this is the one place that gives it, to a value that passed its check.
  return { ok: true, value: value as Branded };
}

/**
 * The value of a result, or its error thrown.
 *
 * @internal
 */
export function orThrow<Value>(result: Result<Value, ValidationError>): Value {
  if (result.ok) return result.value;
  throw result.error;
}
