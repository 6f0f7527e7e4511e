import type { Attempt } from './attempt.js';
import type { Issued } from './credential-function.js';
import type { Identity } from './identify.js';
import type { PreparedCall } from './prepare.js';

/** A call between its attempts, or in one whose credential is not there yet. */
export interface Waiting extends PreparedCall, Omit<Attempt, 'http'> {
  readonly issued?: Issued;
}

/** A call, and its attempt that has no answer yet. */
export interface Step extends PreparedCall, Identity, Omit<Attempt, 'http'> {}
