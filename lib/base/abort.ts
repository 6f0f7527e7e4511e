/** The callbacks that clust has registered for one signal, and the one listener on the signal itself. */
interface SignalListeners {
  readonly callbacks: Set<() => void>;
  readonly notifyAll: () => void;
}

const listenersOf = new WeakMap<AbortSignal, SignalListeners>();

/**
 * Calls `callback` when the caller's signal aborts, or at once if it has aborted. Returns a function that unregisters
 * the callback.
 *
 * clust adds one listener to a signal, however many calls share it, since Node warns of a leak from the eleventh
 * listener. It removes the listener when the last call is over.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) callback();
  const { callbacks, notifyAll } = listenersOf.get(signal) ?? startListening(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0 && listenersOf.delete(signal)) signal.removeEventListener('abort', notifyAll);
  };
}

function startListening(signal: AbortSignal): SignalListeners {
  const callbacks = new Set<() => void>();
  // A closure, since workerd calls listeners without `this` if its compatibility date is before 2025-08-01.
  const notifyAll = () => {
    for (const callback of callbacks) callback();
  };
  const listeners = { callbacks, notifyAll };
  listenersOf.set(signal, listeners);
  signal.addEventListener('abort', notifyAll);
  return listeners;
}

/**
 * Returns what `work` returns. If the signal aborts first, throws `failure()` at once, by default the reason of the
 * signal; `work` is then ignored, and its rejection is handled.
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

/** The longest delay of a timer, in milliseconds; a longer one would fire at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Waits, for longer than one timer can if necessary, and throws the reason of the signal if it aborts first. The timer
 * keeps the process alive, since nothing else does between two attempts of a call.
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
