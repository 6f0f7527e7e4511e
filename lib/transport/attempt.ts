import type { HttpInfo } from '../wire/http.js';
import type { Clock } from './clocks.js';
import type { Identity } from './credential.js';
import type { Issued } from './credential-function.js';
import type { PreparedCall } from './prepare.js';
import type { Redact } from './redact.js';

/** One request that was sent and answered, for the code that reads its body. */
export interface Attempt {
  /** How many requests were sent, this one included: 1 for the first of a call, 2 for its first retry. */
  readonly attempts: number;
  /** The call, as `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly http: HttpInfo;
  /** Hides the key. Every text of the server passes through it before it gets into an error. */
  readonly redact: Redact;
  /** Aborts on a timeout or when the caller aborts; its reason is the `TimeoutError` or `AbortedError` to throw. */
  readonly signal: AbortSignal;
  /**
   * Measures how long the server has been silent. It stops while nobody waits for bytes, so a slow consumer causes no
   * timeout.
   */
  readonly idle: Clock;
  /** The limit for a complete answer, in bytes. */
  readonly maxResponseBytes: number;
  /** Keeps the clocks running after `read` has returned. Call the returned function when the body has been read. */
  hold(): () => void;
}

/** A call between two attempts, or in an attempt that has no credential yet. */
export interface Waiting extends PreparedCall, Omit<Attempt, 'http'> {
  readonly issued?: Issued;
}

/** A call and its current attempt, before the answer. */
export interface Step extends PreparedCall, Identity, Omit<Attempt, 'http'> {}
