import type { PartialMessage } from '../errors/partial-message.js';
import { StreamError, type StreamErrorReason } from '../errors/stream-error.js';
import type { FeedOrigin } from './feed-origin.js';

/** A stream, and how much of it has arrived. */
export interface StreamProgress {
  readonly origin: FeedOrigin;
  readonly events: number;
  readonly bytes: number;
}

export interface StreamErrorOptions {
  readonly partial?: PartialMessage | undefined;
  readonly cause?: unknown;
}

/** `stream` is undefined if the error happened before the connection was open. */
export function streamError(
  stream: StreamProgress | undefined,
  reason: StreamErrorReason,
  sentence: string,
  { partial, cause }: StreamErrorOptions = {},
): StreamError {
  const { where = 'clust', http, attempts } = stream?.origin ?? {};
  const requestId = http?.requestId;
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  // Like a lost connection, an error that the server reports, readable or not, may not happen again.
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
