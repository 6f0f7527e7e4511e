import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** How far a request had come: `connect` nothing was sent, `headers` no answer yet, `body` inside the answer. */
export type ConnectionPhase = 'connect' | 'headers' | 'body';

export interface ConnectionErrorFacts {
  readonly phase: ConnectionPhase;
  readonly retryable: boolean;
  readonly attempts?: number | undefined;
}

/**
 * The request did not reach the API, or its answer did not come back whole. `cause` is what the platform reported.
 */
export class ConnectionError extends ClustError {
  readonly phase: ConnectionPhase;
  /** Whether the same request may succeed later: true for a lost connection, false for a refused redirect. */
  readonly retryable: boolean;
  /** How many requests were sent in all. */
  readonly attempts: number;
  /** What had arrived of the message, when the connection was lost in the middle of a stream. */
  readonly partial: PartialMessage | undefined;

  override get name(): 'ConnectionError' {
    return 'ConnectionError';
  }

  constructor(message: string, facts: ConnectionErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.phase = facts.phase;
    this.retryable = facts.retryable;
    this.attempts = facts.attempts ?? 1;
    this.partial = undefined;
  }
}
