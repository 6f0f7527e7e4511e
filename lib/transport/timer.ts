/** The longest delay that timers can take; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * Runs `action` after a delay, unless the function it gives back is called before. `Infinity`, or a delay of more
 * than 24 days, never fires. Where the runtime allows it the timer does not keep the process alive: the socket of the
 * call does.
 */
export function startTimer(milliseconds: number, action: () => void): () => void {
  if (milliseconds > LONGEST) return () => undefined;
  // In browsers a timer is a number.
  const timer: unknown = setTimeout(action, milliseconds);
  if (hasUnref(timer)) timer.unref();
  return () => clearTimeout(timer as number);
}

function hasUnref(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer;
}
