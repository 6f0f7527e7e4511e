import { wait } from '../base/abort.js';
import type { FleetBudget } from './fleet-options.js';
import type { FleetLedger } from './ledger.js';
import type { FleetLimits } from './limits.js';

/** The longest wait before asking Redis again, in milliseconds: a pause may end early, or a limit be raised. */
const LONGEST_WAIT = 5_000;

/** The limits that a worker's requests wait for. */
export interface Gate {
  readonly limits: FleetLimits;
  readonly ledger: FleetLedger;
  readonly budget: FleetBudget | undefined;
  readonly closing: AbortSignal;
}

/**
 * The queue of one worker's requests that wait for the limits. Only the first one asks Redis again; otherwise all of
 * them would ask for every free place.
 */
export class Admission {
  readonly #gate: Gate;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** @throws The reason of `closing`, if the worker is closed meanwhile. */
  async pass(inputTokens: number): Promise<void> {
    if (this.#waiting === 0 && (await this.#delay(inputTokens)) === 0) return;
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#wait(inputTokens));
    this.#last = turn.catch(() => undefined);
    try {
      await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #wait(inputTokens: number): Promise<void> {
    for (;;) {
      const delay = await this.#delay(inputTokens);
      if (delay === 0) return;
      await wait(Math.min(delay, LONGEST_WAIT), this.#gate.closing);
    }
  }

  async #delay(inputTokens: number): Promise<number> {
    const { limits, ledger, budget, closing } = this.#gate;
    closing.throwIfAborted();
    const isSpent = budget !== undefined && (await ledger.spent()) >= budget.usd;
    return isSpent ? LONGEST_WAIT : limits.admit(inputTokens);
  }
}
