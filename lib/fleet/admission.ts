import { wait } from '../base/abort.js';
import type { FleetBudget } from './fleet-options.js';
import type { FleetLedger } from './ledger.js';
import type { FleetLimits } from './limits.js';

/** Nobody waits longer than this without looking again: a pause may be lifted, a limit raised. */
const LONGEST_WAIT = 5_000;

/** What the requests of one worker have to pass. */
export interface Gate {
  readonly limits: FleetLimits;
  readonly ledger: FleetLedger;
  readonly budget: FleetBudget | undefined;
  readonly closing: AbortSignal;
}

/**
 * Where the requests of one worker wait until the limits admit them. They stand in line: only the first one asks Redis again,
 * or as many would ask for every place that becomes free as the worker has requests.
 */
export class Admission {
  readonly #gate: Gate;
  #last: Promise<void> = Promise.resolve();
  #standing = 0;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** @throws The reason of `closing` when the worker is closed meanwhile. */
  async pass(inputTokens: number): Promise<void> {
    if (this.#standing === 0 && (await this.#delay(inputTokens)) === 0) return;
    this.#standing += 1;
    const turn = this.#last.then(() => this.#wait(inputTokens));
    this.#last = turn.catch(() => undefined);
    try {
      await turn;
    } finally {
      this.#standing -= 1;
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
