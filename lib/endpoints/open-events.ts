import { ConnectionError } from '../errors/connection-error.js';
import { decodeEvent } from '../stream/decode-event.js';
import { EventFeed } from '../stream/event-feed.js';
import type { FeedOrigin } from '../stream/feed-origin.js';
import { streamError } from '../stream/stream-errors.js';
import { describeUnexpected, errorIn } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { ReadAnswer } from '../transport/execute.js';
import { BodyReader, LARGEST_ERROR, readText } from '../transport/read-body.js';
import { createSseDecoder } from '../transport/sse.js';

/** Far larger than any event of the API, and far smaller than what fits in memory. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

export interface EventStreamOptions {
  /**
   * The maximum size of one event, in bytes. A larger one makes the stream fail with a `StreamError` with the reason
   * `overflow`.
   *
   * @default 33554432 (32 MiB)
   */
  readonly maxEventBytes?: number | undefined;
}

/**
 * Reads an answer as an event stream. It resolves at the first event other than a ping or `message_start`. A failure
 * before that (an error event, a cut or a timeout) fails the attempt, which is retried.
 */
export function openEvents({
  maxEventBytes = MAX_EVENT_BYTES,
}: EventStreamOptions = {}): ReadAnswer<EventFeed> {
  return async (response, attempt) => {
    const origin = { ...attempt, errorIn: (event: unknown) => errorIn(event, attempt) };
    await requireEvents(response, origin);
    const body = new BodyReader(response, attempt);
    const feed = new EventFeed(origin, body, (handlers) => createSseDecoder(maxEventBytes, handlers));
    await feed.ready();
    body.hold();
    return feed;
  };
}

/** Refuses the page of a proxy, or an error as JSON, which would look like a stream without events. */
async function requireEvents(response: Response, origin: Attempt & FeedOrigin): Promise<void> {
  if (response.body === undefined) {
    const advice =
      'use one that does, such as expo/fetch on React Native, or build the request with stream(false)';
    const message = `${origin.where} cannot be streamed: this fetch gives no body stream; ${advice}.`;
    throw new ConnectionError(message, { phase: 'body', retryable: false });
  }
  // Some gateways send no content type, or plain text.
  if (/^($|\s*text\/(event-stream|plain)\b)/i.test(response.headers.get('content-type') ?? '')) return;
  const start = await readText(response, origin, LARGEST_ERROR);
  const body = decodeEvent(undefined, start);
  if (body?.type === 'error') throw origin.errorIn(body);
  const sentence = `${describeUnexpected(origin, 'an event stream', start)} Check the base URL.`;
  throw streamError({ origin, events: 0, bytes: start.length }, 'content-type', sentence);
}
