import { LONGEST_TIMER, onAbort } from '../base/abort.js';
import { AbortedError } from '../errors/aborted-error.js';
import type { ClustError } from '../errors/clust-error.js';
import { TimeoutError, type TimeoutPhase } from '../errors/timeout-error.js';
import { type Overrides, overrideNumbers } from './override.js';

/** How long to wait, in milliseconds. `Infinity` switches a clock off. */
export interface Timeouts {
  /** From sending a request, middleware included, to the headers of its answer, per attempt. Default: 600,000 (ten minutes). */
  readonly headers: number;
  /** Between two pieces of the answer; pings count. Default: 300,000 (five minutes). */
  readonly idle: number;
  /** The whole call: retries, waits and the last byte. Default: no limit. */
  readonly total: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headers: 600_000,
  idle: 300_000,
  total: Number.POSITIVE_INFINITY,
};

/** @throws {ValidationError} For a time below one millisecond. */
export function timeoutsOf(overrides: Overrides<Timeouts> | undefined, base: Timeouts): Timeouts {
  return overrideNumbers('timeout', 1, base, overrides);
}

/** The clocks of one call. `headers` and `idle` end an attempt; the total time and the caller's signal end the call. */
export interface Clocks {
  readonly headers: Clock;
  readonly idle: Clock;
  /** A signal for the next step, an attempt or a wait. It is aborted from the start when the call is over. */
  nextStep(): AbortSignal;
  /** Ends the step and whatever listens to its signal: the socket of a failed attempt is closed. */
  endStep(reason: ClustError): void;
  /** The call is over: neither a timer nor the caller's signal keeps anything of it alive. */
  stop(): void;
}

/** What the clocks know of a call. */
interface TimedCall {
  readonly where: string;
  readonly timeout: Timeouts;
  readonly runtime: { readonly now: () => number };
}

export function startClocks({ where, timeout, runtime }: TimedCall, signal: AbortSignal | undefined): Clocks {
  let step = new AbortController();
  let ended: ClustError | undefined;
  const endCall = (reason: ClustError) => {
    ended ??= reason;
    step.abort(ended);
  };
  const clockFor = (phase: TimeoutPhase) => {
    const ms = timeout[phase];
    const onTimeout = () => {
      const error = new TimeoutError({ where, phase, ms });
      if (phase === 'total') endCall(error);
      else step.abort(error);
    };
    return createClock(ms, onTimeout, { now: runtime.now, keepsAlive: phase === 'total' });
  };
  const headers = clockFor('headers');
  const idle = clockFor('idle');
  const total = clockFor('total');
  total.start();
  const ignore = signal && onAbort(signal, () => endCall(new AbortedError(where, { cause: signal.reason })));
  return {
    headers,
    idle,
    nextStep() {
      step = new AbortController();
      if (ended) step.abort(ended);
      return step.signal;
    },
    endStep(reason) {
      headers.rest();
      idle.rest();
      step.abort(reason);
    },
    stop() {
      for (const clock of [headers, idle, total]) clock.stop();
      ignore?.();
    },
  };
}

/** Calls back when a wait gets too long. */
export interface Clock {
  /** A wait begins, or begins again. */
  start(): void;
  /** Nobody waits. */
  rest(): void;
  /** Ends the clock and clears its timer. */
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
