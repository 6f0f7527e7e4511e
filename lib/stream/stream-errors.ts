import type { PartialMessage } from '../errors/partial-message.js';
import { StreamError, type StreamErrorReason } from '../errors/stream-error.js';
import type { FeedOrigin } from './feed-origin.js';

/** A stream, and how far it has come. */
export interface StreamProgress {
  readonly origin: FeedOrigin;
  readonly events: number;
  readonly bytes: number;
}

export interface StreamErrorOptions {
  readonly partial?: PartialMessage | undefined;
  readonly cause?: unknown;
}

/** `stream` is undefined when the error comes before the connection is open. */
export function streamError(
  stream: StreamProgress | undefined,
  reason: StreamErrorReason,
  sentence: string,
  { partial, cause }: StreamErrorOptions = {},
): StreamError {
  const { where = 'clust', http, attempts } = stream?.origin ?? {};
  const requestId = http?.requestId;
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  // An error that the server reports, readable or not, may be gone the next time, as a lost connection may.
  const retryable = reason === 'cut' || reason === 'error-event';
  const facts = {
    reason,
    partial,
    requestId,
    retryable,
    attempts,
    events: stream?.events,
    bytes: stream?.bytes,
  };
  return new StreamError(`${where}: ${sentence}${request}`, facts, { cause });
}
