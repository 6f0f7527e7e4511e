import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { Result } from './result.js';

/** The argument itself, or the sentence that refuses it: the compile error then shows the sentence, on the argument. */
export type Unless<Refusal, Argument> = [Refusal] extends [never] ? Argument : Refusal;

/**
 * The branded value, or its problem if there is a refusal. A value is the same with the brand and without.
 *
 * @internal
 */
export function checked<Branded>(
  value: unknown,
  { path, rule, message }: Omit<Problem, 'message'> & { readonly message: string | undefined },
): Result<Branded, ValidationError> {
  if (message !== undefined) return { ok: false, error: new ValidationError([{ path, rule, message }]) };
  // A brand exists only for the compiler. This is the only place that adds it, to a value that passed its check.
  return { ok: true, value: value as Branded };
}

/**
 * Returns the value of a result, or throws its error.
 *
 * @internal
 */
export function orThrow<Value>(result: Result<Value, ValidationError>): Value {
  if (result.ok) return result.value;
  throw result.error;
}
