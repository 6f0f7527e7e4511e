import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/**
 * Why a stream failed:
 * - `cut`: the connection ended before `message_stop`
 * - `malformed`: an event is not valid JSON, or does not fit the events before it
 * - `overflow`: an event is larger than `maxEventBytes`
 * - `consumed`: another reader has read the stream
 * - `content-type`: the answer is not an event stream
 * - `error-event`: an `error` event that clust cannot read
 */
export type StreamErrorReason =
  | 'cut'
  | 'malformed'
  | 'overflow'
  | 'consumed'
  | 'content-type'
  | 'error-event';

export interface StreamErrorFacts {
  readonly reason: StreamErrorReason;
  readonly partial?: PartialMessage | undefined;
  readonly requestId?: string | undefined;
  readonly events?: number | undefined;
  readonly bytes?: number | undefined;
  readonly retryable?: boolean | undefined;
  readonly attempts?: number | undefined;
}

/** A stream that ended early, or cannot be read. `partial` is what had arrived. */
export class StreamError extends ClustError {
  declare readonly reason: StreamErrorReason;
  /** The message so far; `undefined` before its first event. */
  declare readonly partial: PartialMessage | undefined;
  declare readonly requestId: string | undefined;
  /** How many events had arrived. */
  declare readonly events: number;
  /** How many bytes had arrived. */
  declare readonly bytes: number;
  /** Whether the same request may succeed later. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;

  override get name(): 'StreamError' {
    return 'StreamError';
  }

  constructor(message: string, facts: StreamErrorFacts, options?: ErrorOptions) {
    const { reason, events = 0, bytes = 0, attempts = 1, retryable = reason === 'cut' } = facts;
    super(message, { ...facts, events, bytes, attempts, retryable }, options);
  }
}
