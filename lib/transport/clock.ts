/** The longest delay that timers can take; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** Calls back when a wait gets too long. */
export interface Clock {
  /** A wait begins, or begins again. */
  start(): void;
  /** Nobody waits. */
  rest(): void;
  /** Nobody will wait any more: no timer is left behind. */
  stop(): void;
}

/**
 * A clock for waits of `limit` milliseconds; `Infinity`, or more than 24 days, never end.
 *
 * It is started for every chunk of a stream, so it only notes the time: one timer runs per period, and finds out when it
 * fires how long the wait really is. Where the runtime allows it the timer does not keep the process alive: the socket
 * of the call does.
 */
export function createClock(limit: number, onTimeout: () => void): Clock {
  let end: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = limit > LONGEST;

  const run = (delay: number) => {
    timer = setTimeout(() => {
      timer = undefined;
      if (end === undefined) return;
      const left = end - performance.now();
      if (left > 0) run(left);
      else onTimeout();
    }, delay);
    // In browsers a timer is a number.
    timer.unref?.();
  };
  return {
    start() {
      if (isStopped) return;
      end = performance.now() + limit;
      if (timer === undefined) run(limit);
    },
    rest() {
      end = undefined;
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
