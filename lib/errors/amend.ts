import type { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** Facts that are added after an error was created. */
export interface Amendment {
  /** How many requests were sent in all. */
  readonly attempts?: number;
  readonly partial?: PartialMessage | undefined;
}

/**
 * Adds facts to an error on its way to the caller: the transport adds the attempts, a stream adds the partial message.
 * @internal
 */
export function amend<Failure extends ClustError>(error: Failure, amendment: Amendment): Failure {
  return Object.assign(error, amendment);
}
