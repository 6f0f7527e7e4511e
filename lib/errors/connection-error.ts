import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** How far a request had come: `connect` nothing was sent, `headers` no answer yet, `body` inside the answer. */
export type ConnectionPhase = 'connect' | 'headers' | 'body';

export interface ConnectionErrorFacts {
  readonly phase: ConnectionPhase;
  readonly retryable: boolean;
}

/**
 * The request did not reach the API, or its answer did not come back whole. `cause` is what the platform reported.
 */
export class ConnectionError extends ClustError {
  declare readonly phase: ConnectionPhase;
  /** Whether the same request may succeed later: true for a lost connection, false for a refused redirect. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** What had arrived of the message, when the connection was lost in the middle of a stream. */
  declare readonly partial: PartialMessage | undefined;

  override get name(): 'ConnectionError' {
    return 'ConnectionError';
  }

  constructor(message: string, facts: ConnectionErrorFacts, options?: ErrorOptions) {
    super(message, { ...facts, attempts: 1, partial: undefined }, options);
  }
}
