import { AbortedError } from '../errors/aborted-error.js';
import type { ClustError } from '../errors/clust-error.js';
import { TimeoutError, type TimeoutPhase } from '../errors/timeout-error.js';
import { IdleClock } from './idle-clock.js';
import { onAbort } from './on-abort.js';
import type { Timeouts } from './timeouts.js';
import { startTimer } from './timer.js';

/**
 * The clocks of one call. `headers` and `idle` end an attempt; `total` and the caller's signals end the call.
 * After `stop` neither a timer nor a signal of the caller's keeps the call alive.
 */
export class Clocks {
  readonly #where: string;
  readonly #timeouts: Timeouts;
  readonly #ignoreSignals: readonly (() => void)[];
  readonly #stopTotal: () => void;
  readonly #idle: IdleClock;
  #stopHeaders: (() => void) | undefined;
  #step = new AbortController();
  #ended: ClustError | undefined;
  #isHeld = false;
  #isStopped = false;

  constructor(where: string, timeouts: Timeouts, signals: readonly AbortSignal[]) {
    this.#where = where;
    this.#timeouts = timeouts;
    this.#idle = new IdleClock(timeouts.idle, () => this.#step.abort(this.#timeout('idle')));
    this.#stopTotal = startTimer(timeouts.total, () => this.#end(this.#timeout('total')));
    this.#ignoreSignals = signals.map((signal) =>
      onAbort(signal, () => this.#end(new AbortedError(where, { cause: signal.reason }))),
    );
  }

  /** A signal for the next step, an attempt or a wait. It is aborted from the start when the call is over. */
  nextStep(): AbortSignal {
    this.#step = new AbortController();
    if (this.#ended !== undefined) this.#step.abort(this.#ended);
    return this.#step.signal;
  }

  /** Ends the step and whatever listens to its signal: the socket of a failed attempt is closed. */
  endStep(reason: ClustError): void {
    this.stopWaitingForHeaders();
    this.#idle.stop();
    this.#step.abort(reason);
  }

  waitForHeaders(): void {
    this.#stopHeaders = startTimer(this.#timeouts.headers, () => this.#step.abort(this.#timeout('headers')));
  }

  stopWaitingForHeaders(): void {
    this.#stopHeaders?.();
  }

  touch(): void {
    if (!this.#isStopped) this.#idle.touch();
  }

  rest(): void {
    this.#idle.rest();
  }

  /** Lets the clocks run on when the call has given its result, until the function it gives back is called. */
  hold(): () => void {
    this.#isHeld = true;
    return () => this.stop();
  }

  stopUnlessHeld(): void {
    if (!this.#isHeld) this.stop();
  }

  /** The call is over: no timer and no listener is left behind. */
  stop(): void {
    this.#isStopped = true;
    this.stopWaitingForHeaders();
    this.#idle.stop();
    this.#stopTotal();
    for (const ignore of this.#ignoreSignals) ignore();
  }

  #end(reason: ClustError): void {
    this.#ended ??= reason;
    this.#step.abort(this.#ended);
  }

  #timeout(phase: TimeoutPhase): TimeoutError {
    return new TimeoutError({ where: this.#where, phase, ms: this.#timeouts[phase] });
  }
}
