import { ConnectionError } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import type { Waiting } from './attempt.js';
import type { Logger } from './hooks.js';

/** Writes a line to the logger of a client, without its key, and calls a hook. The line is made only for a logger. */
export function notify(
  step: Waiting,
  [level, line]: readonly [keyof Logger, () => string],
  hook?: () => void | Promise<void>,
): Promise<void> {
  return runUserCode('the logger or a hook', step, () => {
    step.logger?.[level](step.redact(line()));
    return hook?.();
  });
}

/**
 * Runs a hook or a middleware. What it throws fails the call, is kept as `cause` and never retried: it is no bad
 * moment of the network. An error of ours passes through.
 */
export async function runUserCode<Result>(
  name: string,
  { where }: { readonly where: string },
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (isClustError(cause)) throw cause;
    const message = `${where} failed: ${name} threw, see cause.`;
    throw new ConnectionError(message, { phase: 'headers', retryable: false }, { cause });
  }
}
