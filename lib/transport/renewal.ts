import { CredentialError, type CredentialErrorReason } from '../errors/credential-error.js';
import { isValidationError } from '../errors/guards.js';
import type { CredentialFunction, Issued } from './credential-function.js';
import { withoutSecrets } from './failures.js';

/** A credential with more time left than this is used as it is. */
const AMPLE = 120_000;
/** With less than this it may end on the way: a call waits for the next one. In between the next one is fetched in the background. */
const SCARCE = 30_000;
/** The pause after a renewal in the background has failed. */
const PAUSE = 5_000;
/** How long the function may take. */
const PATIENCE = 60_000;
/** How long a credential counts for whose end is not told: it is asked for again from the second minute on. */
const UNTOLD = 180_000;

type Kept = Issued & { readonly expiresAt: number };

/** Why a renewal gave nothing; each call that waited makes an error of its own from it. */
class RenewalFailure {
  readonly reason: CredentialErrorReason;
  readonly sentence: string;
  readonly cause: unknown;

  constructor(reason: CredentialErrorReason, sentence: string, cause?: unknown) {
    this.reason = reason;
    this.sentence = sentence;
    this.cause = cause;
  }
}

/** Keeps what a credential function gave, and calls it again in time; once for all who wait. */
export class Renewal {
  readonly #source: CredentialFunction;
  #kept: Kept | undefined;
  #running: { readonly refresh: boolean; readonly promise: Promise<Kept> } | undefined;
  #pausedUntil = 0;

  constructor(source: CredentialFunction) {
    this.#source = source;
  }

  /**
   * The credential for an attempt. `refused` is what the API has just refused: it is not given again, unless the
   * function gives it again.
   *
   * @throws {CredentialError}
   */
  async current(where: string, now: () => number, refused: Issued | undefined): Promise<Issued> {
    // Another call may have had it renewed meanwhile.
    const isRefused = refused !== undefined && refused === this.#kept;
    if (isRefused) this.#kept = undefined;
    const kept = this.#kept;
    const left = kept === undefined ? 0 : kept.expiresAt - now();
    if (kept !== undefined && left >= SCARCE) {
      if (left <= AMPLE) this.#renewInBackground(now);
      return kept;
    }
    try {
      // The refused one may be gone already, and its successor on the way.
      return await this.#renew(isRefused || (refused !== undefined && kept === undefined), now);
    } catch (failure) {
      if (kept !== undefined && kept.expiresAt > now()) return kept;
      if (!(failure instanceof RenewalFailure)) throw failure;
      const { reason, sentence, cause } = failure;
      const message = `${where} was not sent: the function given to ${this.#source.method} ${sentence}`;
      throw new CredentialError(message, reason, cause === undefined ? {} : { cause });
    }
  }

  #renewInBackground(now: () => number): void {
    if (this.#running !== undefined || now() < this.#pausedUntil) return;
    this.#renew(false, now).catch(() => {
      this.#pausedUntil = now() + PAUSE;
    });
  }

  /** One renewal for all who wait. One that asks to refresh does not take part in one that does not: it comes next. */
  #renew(refresh: boolean, now: () => number): Promise<Kept> {
    const before = this.#running;
    if (before !== undefined && (before.refresh || !refresh)) return before.promise;
    const asked = before === undefined ? this.#ask(refresh, now) : this.#askAfter(before.promise, now);
    const promise = asked.finally(() => {
      if (this.#running?.promise === promise) this.#running = undefined;
    });
    this.#running = { refresh, promise };
    return promise;
  }

  async #askAfter(before: Promise<unknown>, now: () => number): Promise<Kept> {
    await before.catch(() => undefined);
    return this.#ask(true, now);
  }

  async #ask(refresh: boolean, now: () => number): Promise<Kept> {
    const issued = this.#read(await this.#answer(refresh));
    const kept = { ...issued, expiresAt: issued.expiresAt ?? now() + UNTOLD };
    if (kept.expiresAt <= now()) {
      // Perhaps it came from a cache of the function's own.
      if (!refresh) return this.#ask(true, now);
      const end = new Date(kept.expiresAt).toISOString();
      const clock = new Date(now()).toISOString();
      const sentence = `gave a credential that expired at ${end}; the clock of this machine says ${clock}.`;
      throw new RenewalFailure('expired', sentence);
    }
    this.#kept = kept;
    return kept;
  }

  async #answer(refresh: boolean): Promise<unknown> {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const sentence = `gave nothing for ${PATIENCE / 1000} s.`;
        reject(new RenewalFailure('timeout', sentence));
        controller.abort();
      }, PATIENCE);
      // Where the runtime allows it: in browsers a timer is a number.
      timer.unref?.();
    });
    try {
      const answer = Promise.resolve().then(() => this.#source.ask({ refresh, signal: controller.signal }));
      return await Promise.race([answer, timeout]);
    } catch (error) {
      if (error instanceof RenewalFailure) throw error;
      const cause = withoutSecrets(error);
      throw new RenewalFailure('failed', `threw, see cause: ${cause.message}`, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  #read(answer: unknown): Issued {
    try {
      return this.#source.read(answer);
    } catch (error) {
      if (!isValidationError(error)) throw error;
      throw new RenewalFailure('invalid', `gave what is no credential: ${error.message}.`);
    }
  }
}
