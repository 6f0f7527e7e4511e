import { onAbort } from './on-abort.js';

/** Waits, unless the signal aborts first: then its reason is thrown. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const ignore = onAbort(signal, () => {
      clearTimeout(timer);
      ignore();
      reject(signal.reason);
    });
    const timer = setTimeout(() => {
      ignore();
      resolve();
    }, milliseconds);
  });
}
