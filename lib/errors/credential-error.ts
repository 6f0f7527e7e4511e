import { ClustError } from './clust-error.js';

/**
 * Why there is no credential: its function threw (`failed`), took longer than a minute (`timeout`), gave what is none
 * (`invalid`), or gave one that has expired, twice (`expired`).
 */
export type CredentialErrorReason = 'failed' | 'timeout' | 'invalid' | 'expired';

/**
 * A function that gives a key or a token gave none, so nothing was sent.
 *
 * `cause` is a copy of what the function threw: its name, its code, its message and its stack, without anything that
 * looks like a secret and without the request that HTTP libraries keep on their errors.
 */
export class CredentialError extends ClustError {
  declare readonly reason: CredentialErrorReason;
  /** False: the function is where a token service is asked again. */
  declare readonly retryable: boolean;
  /** The attempt that the credential was for: 1 for the first of a call. */
  declare readonly attempts: number;

  override get name(): 'CredentialError' {
    return 'CredentialError';
  }

  constructor(message: string, reason: CredentialErrorReason, options?: ErrorOptions) {
    super(message, { reason, retryable: false, attempts: 1 }, options);
  }
}
