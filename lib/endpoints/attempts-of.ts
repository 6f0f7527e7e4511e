import type { ModelAttempt } from '../wire/http.js';

/** What was tried before a call with `fallback` failed. Beside the errors: they are logged, and this holds answers. */
const attempts = new WeakMap<object, readonly ModelAttempt[]>();

/**
 * Which models were asked before a call with `fallback` failed; `undefined` for an error of any other call. Of a call that
 * was answered, `message.http.attempts` says it.
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
  // Of what is no object there is none, and asking for it does no harm.
  return attempts.get(error as object);
}

/** @internal */
export function keepAttempts<Failure>(error: Failure, tried: readonly ModelAttempt[]): Failure {
  if (Object(error) === error) attempts.set(error as object, tried);
  return error;
}
