/** The longest delay that timers can take; a longer one would fire at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** Calls back when a wait gets too long. */
export interface Clock {
  /** A wait begins, or begins again. */
  start(): void;
  /** Nobody waits. */
  rest(): void;
  /** Nobody will wait any more: no timer is left behind. */
  stop(): void;
}

export interface ClockOptions {
  /** Milliseconds since any point in time. It moves with the timers of the platform, fake ones included. */
  readonly now: () => number;
  /**
   * Whether the timer keeps the process alive. As a rule the socket of the call does, and a timer must not: but the time
   * of a whole call also ends where its fetch holds no socket.
   */
  readonly keepsAlive?: boolean;
}

/**
 * A clock for waits of `limit` milliseconds; `Infinity`, or more than 24 days, never end.
 *
 * It is started for every chunk of a stream, so it only notes the time: one timer runs per period, and finds out when it
 * fires how long the wait really is.
 */
export function createClock(
  limit: number,
  onTimeout: () => void,
  { now, keepsAlive = false }: ClockOptions,
): Clock {
  let end: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = limit > LONGEST_TIMER;

  const run = (delay: number) => {
    timer = setTimeout(() => {
      timer = undefined;
      if (end === undefined) return;
      const left = end - now();
      if (left > 0) run(left);
      else onTimeout();
    }, delay);
    // In browsers a timer is a number.
    if (!keepsAlive) timer.unref?.();
  };
  return {
    start() {
      if (isStopped) return;
      end = now() + limit;
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
