import type { PartialMessage } from '../errors/partial-message.js';
import { StreamError } from '../errors/stream-error.js';
import { MalformedEvent } from './accumulate/malformed-event.js';
import type { EventFeed } from './event-feed.js';

/** A stream that fails, as far as it is known. */
export interface FailingStream {
  /** `undefined` before the connection is open. */
  readonly feed: EventFeed | undefined;
  readonly snapshot: PartialMessage | undefined;
}

export function consumedStream(stream: FailingStream): StreamError {
  const message =
    'The stream is read already, and a stream can be read once. Read its events, its text or its message; ' +
    'behind the events, finalMessage() gives the message.';
  return new StreamError(message, { reason: 'consumed', ...factsOf(stream) });
}

export function closedStream(stream: FailingStream): StreamError {
  const message = 'The stream was closed before its end: nothing more can be read.';
  return new StreamError(message, { reason: 'consumed', ...factsOf(stream) });
}

export function unkeptStream(stream: FailingStream): StreamError {
  const message =
    'The events were read with accumulate: false, so the message was not kept: leave the option out, or call ' +
    'finalMessage() in place of reading the events.';
  return new StreamError(message, { reason: 'consumed', ...factsOf(stream) });
}

/** `cause` is what the accumulator threw: it says what does not fit. */
export function malformedStream(stream: FailingStream, cause: unknown): StreamError {
  const what = cause instanceof MalformedEvent ? cause.message : 'an event is not shaped as the API promises';
  const message = `The events of the stream do not fit together: ${what}.`;
  return new StreamError(message, { reason: 'malformed', ...factsOf(stream) }, { cause });
}

function factsOf({ feed, snapshot }: FailingStream) {
  return { partial: snapshot, events: feed?.events, bytes: feed?.bytes, requestId: feed?.http.requestId };
}
