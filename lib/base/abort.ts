/** The listeners of ours to one signal, and the one function that the signal itself calls. */
interface Audience {
  readonly callbacks: Set<() => void>;
  readonly announce: () => void;
}

const audiences = new WeakMap<AbortSignal, Audience>();

/**
 * Calls back when a signal of the caller's aborts, at once if it already has; gives back what undoes it.
 *
 * However many calls share a signal it carries one listener of ours (Node warns of a leak from the eleventh on), and
 * none when the last call is over.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) callback();
  const { callbacks, announce } = audiences.get(signal) ?? startListening(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0 && audiences.delete(signal)) signal.removeEventListener('abort', announce);
  };
}

function startListening(signal: AbortSignal): Audience {
  const callbacks = new Set<() => void>();
  // A closure: workerd with a compatibility date before 2025-08-01 calls listeners without `this`.
  const announce = () => {
    for (const callback of callbacks) callback();
  };
  const audience = { callbacks, announce };
  audiences.set(signal, audience);
  signal.addEventListener('abort', announce);
  return audience;
}

/**
 * Returns what `work` returns, or throws `failure()`, by default the reason of the signal, as soon as the signal aborts:
 * work that ignores signals holds nobody up. Work that settles later is ignored, and its rejection is handled.
 */
export async function raceAbort<Value>(
  signal: AbortSignal | undefined,
  work: () => Value | Promise<Value>,
  failure: () => unknown = () => signal?.reason,
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

/** The longest delay that timers can take; a longer one would fire at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Waits, however long, unless the signal aborts first: then its reason is thrown. The timer keeps the process alive: between
 * two attempts of a call nothing else does.
 */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (delay: number) => () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, delay);
    });
  try {
    for (let left = milliseconds; left >= 0; left -= LONGEST_TIMER)
      await raceAbort(signal, pause(Math.min(left, LONGEST_TIMER)));
  } finally {
    clearTimeout(timer);
  }
}
