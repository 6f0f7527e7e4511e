import { ConnectionError } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';

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
