import { onAbort, raceAbort } from '../../base/abort.js';
import { AbortedError } from '../../errors/aborted-error.js';
import type { ToolCallOptions } from '../call-options.js';

/**
 * Waits for a call of a tool, at most `toolTimeout`. A tool that does not listen to the signal that it gets holds
 * nobody up.
 *
 * @throws {AbortedError} By rejection, when the caller's signal aborts; `tooLate()` when the time is over.
 */
export async function callInTime<Value>(
  call: (signal: AbortSignal) => Promise<Value>,
  { signal: given, toolTimeout = Number.POSITIVE_INFINITY }: ToolCallOptions,
  tooLate: () => Error,
): Promise<Value> {
  if (given?.aborted) throw aborted(given);
  const controller = new AbortController();
  const { signal } = controller;
  const stopListening = given && onAbort(given, () => controller.abort(given.reason));
  let timeout: Error | undefined;
  // A longer timer would fire at once.
  const isLimited = toolTimeout < 2 ** 31;
  const timer =
    isLimited &&
    setTimeout(() => {
      timeout = tooLate();
      controller.abort(timeout);
    }, toolTimeout);
  try {
    return await raceAbort(
      signal,
      () => call(signal),
      () => timeout ?? aborted(signal),
    );
  } finally {
    if (timer) clearTimeout(timer);
    stopListening?.();
  }
}

/** The error for a caller whose signal has aborted. */
export function aborted({ reason }: AbortSignal): AbortedError {
  return new AbortedError('Calling tools', { cause: reason });
}
