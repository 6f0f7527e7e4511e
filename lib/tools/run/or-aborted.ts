import { onAbort } from '../../base/on-abort.js';
import { AbortedError } from '../../errors/aborted-error.js';

/**
 * What a function of the caller's gives, unless the signal fires first: one that does not listen holds nobody up.
 *
 * @throws {AbortedError} By rejection, when the signal fires.
 */
export async function orAborted<Value>(
  signal: AbortSignal,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  let forget = () => {};
  const aborted = new Promise<never>((_, reject) => {
    forget = onAbort(signal, () => reject(new AbortedError('Calling tools', { cause: signal.reason })));
  });
  try {
    return await Promise.race([aborted, (async () => work())()]);
  } finally {
    forget();
  }
}
