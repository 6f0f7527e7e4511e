import { amend } from '../errors/amend.js';
import { decodeEvent } from '../stream/decode-event.js';
import { EventFeed, type FeedOrigin } from '../stream/event-feed.js';
import { streamError } from '../stream/stream-errors.js';
import type { Attempt } from '../transport/attempt.js';
import { BodyReader } from '../transport/body-reader.js';
import { errorIn } from '../transport/error-in.js';
import type { ReadAnswer } from '../transport/execute.js';
import { readText } from '../transport/read-text.js';
import { SseDecoder } from '../transport/sse.js';

/** Far above any event of the API, and far below what a process can hold. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

/** An answer of another kind is read up to here, to see what it says. */
const LARGEST_ERROR = 64 * 1024;

const EXCERPT = 200;

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
    await requireEvents(response, attempt);
    const body = new BodyReader(response, attempt);
    const feed = new EventFeed(
      originOf(attempt),
      body,
      (handlers) => new SseDecoder(maxEventBytes, handlers),
    );
    await feed.ready();
    body.hold();
    return feed;
  };
}

function originOf(attempt: Attempt): FeedOrigin {
  const { where, http, number: attempts, redact } = attempt;
  return { where, http, attempts, redact, errorIn: (event) => amend(errorIn(event, attempt), { attempts }) };
}

/** A page of a proxy, or an error as JSON, would read as a stream without events. */
async function requireEvents(response: Response, attempt: Attempt): Promise<void> {
  const contentType = response.headers.get('content-type') ?? '';
  // Some gateways label their streams as plain text, or not at all.
  if (contentType === '' || /^\s*text\/(event-stream|plain)\b/i.test(contentType)) return;
  const start = await readText(response, attempt, LARGEST_ERROR);
  const body = decodeEvent(undefined, start);
  if (body?.type === 'error') throw errorIn(body, attempt);
  const excerpt = attempt.redact(start).slice(0, EXCERPT);
  const sentence = `an event stream was expected, not (${contentType}) ${excerpt} Check the base URL.`;
  throw streamError({ origin: originOf(attempt), events: 0, bytes: start.length }, 'content-type', sentence);
}
