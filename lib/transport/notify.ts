import { ConnectionError } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import type { Waiting } from './attempt.js';
import type { Logger } from './hooks.js';

/**
 * Writes a line to the client's logger, without its key, and calls a hook. The line is built only if there is a logger.
 */
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
 * Runs a hook or a middleware. If it throws, the call fails and is not retried, and the thrown error is kept as
 * `cause`. An error of clust is thrown as it is.
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
