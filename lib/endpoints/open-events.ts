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

/** Far above any event of the API, and far below what a process can hold. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

export interface EventStreamOptions {
  /**
   * The most that may arrive of one event before the stream fails with a `StreamError` `overflow`.
   *
   * @default 33554432 (32 MiB)
   */
  readonly maxEventBytes?: number | undefined;
}

/**
 * Reads an answer as an event stream. It resolves with the first event that says something: an error, a cut or a
 * silence before it belongs to the attempt, which is retried as if the request had failed.
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

/** A page of a proxy, or an error as JSON, would read as a stream without events. */
async function requireEvents(response: Response, origin: Attempt & FeedOrigin): Promise<void> {
  if (response.body === undefined) {
    const advice =
      'use one that does, such as expo/fetch on React Native, or build the request with stream(false)';
    const message = `${origin.where} cannot be streamed: this fetch gives no body stream; ${advice}.`;
    throw new ConnectionError(message, { phase: 'body', retryable: false });
  }
  // Some gateways label their streams as plain text, or not at all.
  if (/^($|\s*text\/(event-stream|plain)\b)/i.test(response.headers.get('content-type') ?? '')) return;
  const start = await readText(response, origin, LARGEST_ERROR);
  const body = decodeEvent(undefined, start);
  if (body?.type === 'error') throw origin.errorIn(body);
  const sentence = `${describeUnexpected(origin, 'an event stream', start)} Check the base URL.`;
  throw streamError({ origin, events: 0, bytes: start.length }, 'content-type', sentence);
}
