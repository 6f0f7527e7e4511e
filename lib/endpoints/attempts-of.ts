import type { ModelAttempt } from '../wire/http.js';

/**
 * The attempts of failed calls with `fallback`. Not a field of the errors, since errors are logged and attempts contain
 * answers.
 */
const attempts = new WeakMap<object, readonly ModelAttempt[]>();

/**
 * Returns the models that were tried before a call with `fallback` failed; `undefined` for an error of any other call.
 * After a success, `message.http.attempts` has them.
 *
 * @example
 * ```ts
 * import { attemptsOf, Client, MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024).user('Hello!').build();
 * try {
 *   await Client.fromEnv().createMessage(request, { fallback: ['claude-sonnet-5'] });
 * } catch (error) {
 *   for (const { model, outcome } of attemptsOf(error) ?? []) console.log(model, outcome);
 *   throw error;
 * }
 * ```
 */
export function attemptsOf(error: unknown): readonly ModelAttempt[] | undefined {
  // A value that is not an object has no entry.
  return attempts.get(error as object);
}

/** @internal */
export function keepAttempts<Failure>(error: Failure, tried: readonly ModelAttempt[]): Failure {
  if (Object(error) === error) attempts.set(error as object, tried);
  return error;
}
