import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/**
 * When the connection failed: `connect` before anything was sent, `headers` before the answer, `body` during the
 * answer.
 */
export type ConnectionPhase = 'connect' | 'headers' | 'body';

export interface ConnectionErrorFacts {
  readonly phase: ConnectionPhase;
  readonly retryable: boolean;
}

/** The request did not reach the API, or its answer did not arrive completely. `cause` is the platform's error. */
export class ConnectionError extends ClustError {
  declare readonly phase: ConnectionPhase;
  /** Whether the same request may succeed later: true for a lost connection, false for a refused redirect. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** The message so far, if the connection was lost during a stream. */
  declare readonly partial: PartialMessage | undefined;

  override get name(): 'ConnectionError' {
    return 'ConnectionError';
  }

  constructor(message: string, facts: ConnectionErrorFacts, options?: ErrorOptions) {
    super(message, { ...facts, attempts: 1, partial: undefined }, options);
  }
}
