import type { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** What becomes known after an error was made, further up. */
export interface Amendment {
  /** How many requests were sent in all. */
  readonly attempts?: number;
  readonly partial?: PartialMessage | undefined;
}

/**
 * Adds to an error what only its way out knows: the transport the attempts, a stream the partial message.
 * @internal
 */
export function amend<Failure extends ClustError>(error: Failure, amendment: Amendment): Failure {
  return Object.assign(error, amendment);
}
