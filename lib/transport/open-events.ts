import type { Attempt } from './attempt.js';
import { decodeEvent } from './decode-event.js';
import { EventConnection } from './event-connection.js';
import type { ReadAnswer } from './execute.js';
import { readText } from './read-text.js';
import { errorIn, notAStream } from './stream-failures.js';

/** Far above any event of the API, and far below what a process can hold. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

/** An answer of another kind is read up to here, to see what it says. */
const LARGEST_ERROR = 64 * 1024;

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
}: EventStreamOptions = {}): ReadAnswer<EventConnection> {
  return async (response, attempt) => {
    await requireEvents(response, attempt);
    const connection = new EventConnection(response, attempt, maxEventBytes);
    await connection.ready();
    return connection;
  };
}

/** A page of a proxy, or an error as JSON, would read as a stream without events. */
async function requireEvents(response: Response, attempt: Attempt): Promise<void> {
  const contentType = response.headers.get('content-type') ?? '';
  // Some gateways label their streams as plain text, or not at all.
  if (contentType === '' || /^\s*text\/(event-stream|plain)\b/i.test(contentType)) return;
  const start = await readText(response, attempt, LARGEST_ERROR);
  const body = decodeEvent(undefined, start);
  if (body?.type === 'error') throw errorIn(body, attempt);
  throw notAStream({ attempt, events: 0, bytes: start.length }, contentType, start);
}
