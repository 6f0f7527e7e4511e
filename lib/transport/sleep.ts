import { abortable } from './abortable.js';

/**
 * Waits, unless the signal aborts first: then its reason is thrown. The timer keeps the process alive on purpose:
 * between two attempts nothing else does, and a program must not end in the middle of a call.
 */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await abortable(waited, signal);
  } finally {
    clearTimeout(timer);
  }
}
