import { startTimer } from './timer.js';

/**
 * Measures silence. `touch` is called for every chunk of a stream, so it only notes the time: one timer runs per idle
 * period, and finds out when it fires how long the silence really is.
 */
export class IdleClock {
  readonly #limit: number;
  readonly #onSilence: () => void;
  #silentSince: number | undefined;
  #stopTimer: (() => void) | undefined;

  constructor(limit: number, onSilence: () => void) {
    this.#limit = limit;
    this.#onSilence = onSilence;
  }

  /** Starts, or starts again. */
  touch(): void {
    this.#silentSince = performance.now();
    if (this.#stopTimer === undefined) this.#schedule(this.#limit);
  }

  /** Nobody listens: silence does not count. */
  rest(): void {
    this.#silentSince = undefined;
  }

  stop(): void {
    this.rest();
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  #schedule(delay: number): void {
    this.#stopTimer = startTimer(delay, () => {
      this.#stopTimer = undefined;
      if (this.#silentSince === undefined) return;
      const left = this.#silentSince + this.#limit - performance.now();
      if (left > 0) this.#schedule(left);
      else this.#onSilence();
    });
  }
}
