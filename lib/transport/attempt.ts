import type { HttpInfo } from '../wire/http.js';
import type { Clock } from './clocks.js';
import type { Identity } from './credential.js';
import type { Issued } from './credential-function.js';
import type { PreparedCall } from './prepare.js';
import type { Redact } from './redact.js';

/** One request that was sent and answered, as the reader of its body sees it. */
export interface Attempt {
  /** How many requests were sent, this one included: 1 for the first of a call, 2 for its first retry. */
  readonly attempts: number;
  /** The call, as `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly http: HttpInfo;
  /** Hides the key wherever it turns up; every text of the other side passes it before it gets into an error. */
  readonly redact: Redact;
  /** Aborts when a clock runs out or the caller gives up; its reason is the `TimeoutError` or `AbortedError` to throw. */
  readonly signal: AbortSignal;
  /** Measures the silence of the server. It rests while nobody waits for bytes: a slow consumer is not a silent server. */
  readonly idle: Clock;
  /** The most that is read of an answer as a whole. */
  readonly maxResponseBytes: number;
  /** Keeps the clocks running after `read` has returned. Call what it gives back when the body is done with. */
  hold(): () => void;
}

/** A call between its attempts, or in one whose credential is not there yet. */
export interface Waiting extends PreparedCall, Omit<Attempt, 'http'> {
  readonly issued?: Issued;
}

/** A call, and its attempt that has no answer yet. */
export interface Step extends PreparedCall, Identity, Omit<Attempt, 'http'> {}
