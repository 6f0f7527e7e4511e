import { onAbort } from './on-abort.js';

/**
 * Returns what `work` returns, or throws `failure()` as soon as the signal aborts: work that ignores signals holds
 * nobody up. Work that settles later is ignored, and its rejection is handled.
 */
export async function raceAbort<Value>(
  signal: AbortSignal | undefined,
  work: () => Value | Promise<Value>,
  failure: () => unknown,
): Promise<Value> {
  if (signal === undefined) return work();
  if (signal.aborted) throw failure();
  let stopListening = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stopListening = onAbort(signal, () => reject(failure()));
  });
  try {
    return await Promise.race([aborted, (async () => work())()]);
  } finally {
    stopListening();
  }
}
