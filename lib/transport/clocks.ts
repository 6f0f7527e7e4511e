import { LONGEST_TIMER, onAbort } from '../base/abort.js';
import { AbortedError } from '../errors/aborted-error.js';
import type { ClustError } from '../errors/clust-error.js';
import { TimeoutError, type TimeoutPhase } from '../errors/timeout-error.js';
import { type Overrides, overrideNumbers } from './override.js';

/** How long to wait, in milliseconds. `Infinity` switches a clock off. */
export interface Timeouts {
  /**
   * From sending a request, middleware included, to the headers of its answer, for each attempt. Default: 600,000 (ten
   * minutes).
   */
  readonly headers: number;
  /** Between two pieces of the answer; pings count as pieces. Default: 300,000 (five minutes). */
  readonly idle: number;
  /** The whole call, from the first attempt to the last byte, with retries and waits. Default: no limit. */
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

/** The clocks of one call. `headers` and `idle` end an attempt; `total` and the caller's signal end the call. */
export interface Clocks {
  readonly headers: Clock;
  readonly idle: Clock;
  /** A signal for the next step, which is an attempt or a wait. It is already aborted if the call is over. */
  nextStep(): AbortSignal;
  /** Ends the step and aborts its signal, which closes the socket of a failed attempt. */
  endStep(reason: ClustError): void;
  /** Ends the call: clears its timers and removes its listener from the caller's signal. */
  stop(): void;
}

/** The parts of a call that the clocks use. */
interface TimedCall {
  readonly where: string;
  readonly timeout: Timeouts;
  readonly runtime: { readonly now: () => number };
}

export function startClocks({ where, timeout, runtime }: TimedCall, signal: AbortSignal | undefined): Clocks {
  let step: AbortController | undefined;
  let ended: ClustError | undefined;
  const endCall = (reason: ClustError) => {
    ended ??= reason;
    step?.abort(ended);
  };
  const clockFor = (phase: TimeoutPhase) => {
    const ms = timeout[phase];
    const onTimeout = () => {
      const error = new TimeoutError({ where, phase, ms });
      if (phase === 'total') endCall(error);
      else step?.abort(error);
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
      step?.abort(reason);
    },
    stop() {
      for (const clock of [headers, idle, total]) clock.stop();
      ignore?.();
    },
  };
}

/** Calls back when a wait takes too long. */
export interface Clock {
  /** Starts a wait, or starts it again. */
  start(): void;
  /** Stops measuring until the next `start`. */
  rest(): void;
  /** Ends the clock and clears its timer. */
  stop(): void;
}

export interface ClockOptions {
  /** Milliseconds since any point in time. It must follow the platform's timers, including fake ones. */
  readonly now: () => number;
  /**
   * Whether the timer keeps the process alive. Usually the socket of the call does, and the timer must not. The total
   * time of a call also has to end when its fetch holds no socket.
   */
  readonly keepsAlive?: boolean;
}

/**
 * A clock for waits of `limit` milliseconds. It never fires for `Infinity` or more than 24 days.
 *
 * It is started for every chunk of a stream, so `start` only notes the time. One timer runs per period, and computes
 * when it fires how long the wait has been.
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
    // In browsers a timer is a number and has no `unref`.
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
