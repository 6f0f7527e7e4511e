import { CredentialError, type CredentialErrorReason } from '../errors/credential-error.js';
import { isValidationError } from '../errors/guards.js';
import type { CredentialFunction, Issued } from './credential-function.js';
import { withoutSecrets } from './failures.js';

/** A credential that is valid for longer than this is used as it is, in milliseconds. */
const BACKGROUND_RENEWAL_BELOW = 120_000;
/**
 * A credential that is valid for less than this may expire on the way, so the call waits for the next one. Between both
 * limits, the next one is requested in the background.
 */
const RENEWAL_REQUIRED_BELOW = 30_000;
/** The pause after a failed renewal in the background. */
const BACKGROUND_PAUSE = 5_000;
/** How long the function may take. */
const FUNCTION_TIMEOUT = 60_000;
/** How long a credential without an expiry is kept. After one minute it is renewed in the background. */
const DEFAULT_LIFETIME = 180_000;

type CachedCredential = Issued & { readonly expiresAt: number };

/** Why a renewal failed. Each waiting call creates its own error from it. */
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

/** Caches the credential of a function, and calls the function again in time, once for all waiting calls. */
export class Renewal {
  readonly #source: CredentialFunction;
  #cached: CachedCredential | undefined;
  #running: { readonly refresh: boolean; readonly promise: Promise<CachedCredential> } | undefined;
  #pausedUntil = 0;

  constructor(source: CredentialFunction) {
    this.#source = source;
  }

  /**
   * The credential for an attempt. `refused` is the credential that the API has just refused: it is not returned again,
   * unless the function returns it again.
   *
   * @throws {CredentialError}
   */
  async current(where: string, now: () => number, refused: Issued | undefined): Promise<Issued> {
    // Another call may have renewed it meanwhile.
    const isRefused = refused !== undefined && refused === this.#cached;
    if (isRefused) this.#cached = undefined;
    const kept = this.#cached;
    const left = kept === undefined ? 0 : kept.expiresAt - now();
    if (kept !== undefined && left >= RENEWAL_REQUIRED_BELOW) {
      if (left <= BACKGROUND_RENEWAL_BELOW) this.#renewInBackground(now);
      return kept;
    }
    try {
      // The refused credential may have been dropped already, and a renewal may be running.
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
      this.#pausedUntil = now() + BACKGROUND_PAUSE;
    });
  }

  /** Runs one renewal for all waiting calls. A renewal with `refresh` does not join one without: it runs after it. */
  #renew(refresh: boolean, now: () => number): Promise<CachedCredential> {
    const before = this.#running;
    if (before !== undefined && (before.refresh || !refresh)) return before.promise;
    const asked = before === undefined ? this.#ask(refresh, now) : this.#askAfter(before.promise, now);
    const promise = asked.finally(() => {
      if (this.#running?.promise === promise) this.#running = undefined;
    });
    this.#running = { refresh, promise };
    return promise;
  }

  async #askAfter(before: Promise<unknown>, now: () => number): Promise<CachedCredential> {
    await before.catch(() => undefined);
    return this.#ask(true, now);
  }

  async #ask(refresh: boolean, now: () => number): Promise<CachedCredential> {
    const issued = this.#read(await this.#answer(refresh));
    const kept = { ...issued, expiresAt: issued.expiresAt ?? now() + DEFAULT_LIFETIME };
    if (kept.expiresAt <= now()) {
      // The function may have returned it from its own cache.
      if (!refresh) return this.#ask(true, now);
      const end = new Date(kept.expiresAt).toISOString();
      const clock = new Date(now()).toISOString();
      const sentence = `returned a credential that expired at ${end}; the clock of this machine says ${clock}.`;
      throw new RenewalFailure('expired', sentence);
    }
    this.#cached = kept;
    return kept;
  }

  async #answer(refresh: boolean): Promise<unknown> {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const sentence = `returned nothing for ${FUNCTION_TIMEOUT / 1000} s.`;
        reject(new RenewalFailure('timeout', sentence));
        controller.abort();
      }, FUNCTION_TIMEOUT);
      // In browsers a timer is a number and has no `unref`.
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
      throw new RenewalFailure('invalid', `returned an invalid credential: ${error.message}.`);
    }
  }
}
