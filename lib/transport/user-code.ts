import { ConnectionError } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import type { FailedAttempt } from './to-failure.js';

/**
 * Runs a hook or a middleware. What it throws fails the call, is kept as `cause` and never retried: it is no bad
 * moment of the network. An error of ours passes through.
 */
export async function runUserCode<Result>(
  name: string,
  { where, number: attempts }: FailedAttempt,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (isClustError(cause)) throw cause;
    const facts = { phase: 'headers', retryable: false, attempts } as const;
    throw new ConnectionError(`${where} failed: ${name} threw, see cause.`, facts, { cause });
  }
}
