import { onAbort } from '../base/on-abort.js';
import { AbortedError } from '../errors/aborted-error.js';
import type { ClustError } from '../errors/clust-error.js';
import { TimeoutError, type TimeoutPhase } from '../errors/timeout-error.js';
import { type Clock, createClock } from './clock.js';
import type { Timeouts } from './timeouts.js';

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
