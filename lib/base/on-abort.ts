/** Who listens to a signal. One listener on the signal serves them all. */
const audiences = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when a signal of the caller's aborts, at once if it already has; gives back what undoes it.
 *
 * However many calls share a signal it carries one listener of ours (Node warns of a leak from the eleventh on), and
 * none when the last call is over.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) callback();
  const audience = audiences.get(signal) ?? startListening(signal);
  audience.add(callback);
  return () => {
    audience.delete(callback);
    if (audience.size === 0 && audiences.delete(signal)) signal.removeEventListener('abort', announce);
  };
}

function startListening(signal: AbortSignal): Set<() => void> {
  const audience = new Set<() => void>();
  audiences.set(signal, audience);
  signal.addEventListener('abort', announce);
  return audience;
}

function announce(this: AbortSignal): void {
  for (const callback of audiences.get(this) ?? []) callback();
}
