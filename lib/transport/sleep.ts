import { abortable } from './abortable.js';
import { LONGEST_TIMER } from './clock.js';

/**
 * Waits, unless the signal aborts first: then its reason is thrown. The timer keeps the process alive on purpose:
 * between two attempts nothing else does, and a program must not end in the middle of a call.
 */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // An API may ask to wait for longer than a timer can.
    for (let left = milliseconds; left >= 0; left -= LONGEST_TIMER) {
      const pause = Math.min(left, LONGEST_TIMER);
      const waited = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, pause);
      });
      await abortable(waited, signal);
    }
  } finally {
    clearTimeout(timer);
  }
}
