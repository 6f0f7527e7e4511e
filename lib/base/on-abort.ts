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
