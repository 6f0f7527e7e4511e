import { onAbort, raceAbort } from '../../base/abort.js';
import { AbortedError } from '../../errors/aborted-error.js';
import type { ToolCallOptions } from '../call-options.js';

/**
 * Waits for a tool call, at most `toolTimeout`. A tool that ignores its signal does not block the run.
 *
 * @throws {AbortedError} By rejection, if the caller's signal aborts. After the timeout it throws `tooLate()`.
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
