import { ClustError } from './clust-error.js';

/**
 * Why there is no credential: its function threw (`failed`), took longer than a minute (`timeout`), returned something
 * else (`invalid`), or returned an expired credential twice (`expired`).
 */
export type CredentialErrorReason = 'failed' | 'timeout' | 'invalid' | 'expired';

/**
 * A credential function returned no key or token, so nothing was sent.
 *
 * `cause` is a copy of the error that the function threw: its name, code, message and stack, without anything that
 * looks like a secret, and without the request that HTTP libraries keep on their errors.
 */
export class CredentialError extends ClustError {
  declare readonly reason: CredentialErrorReason;
  /** Always false: the function itself can retry its token service. */
  declare readonly retryable: boolean;
  /** The attempt that needed the credential: 1 for the first of a call. */
  declare readonly attempts: number;

  override get name(): 'CredentialError' {
    return 'CredentialError';
  }

  constructor(message: string, reason: CredentialErrorReason, options?: ErrorOptions) {
    super(message, { reason, retryable: false, attempts: 1 }, options);
  }
}
