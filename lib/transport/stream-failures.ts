import type { ApiError } from '../errors/api-error.js';
import { apiErrorFromEvent } from '../errors/api-error-from-event.js';
import { StreamError, type StreamErrorReason } from '../errors/stream-error.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import type { Attempt } from './attempt.js';
import { redactJson } from './redact.js';

/** How much of what cannot be read an error message shows. */
const EXCERPT = 200;

/** A stream, and how far it has come. */
export interface StreamProgress {
  readonly attempt: Attempt;
  readonly events: number;
  readonly bytes: number;
}

export function cutStream(progress: StreamProgress): StreamError {
  const { events, bytes } = progress;
  const sentence = `the stream ended before message_stop, after ${events} events and ${bytes} bytes: the answer is not whole.`;
  return failedStream(progress, 'cut', sentence);
}

export function overflownStream(progress: StreamProgress, maxEventBytes: number): StreamError {
  const sentence = `an event of the stream is larger than ${maxEventBytes} bytes: raise maxEventBytes if that is meant.`;
  return failedStream(progress, 'overflow', sentence);
}

export function unreadableEvent(progress: StreamProgress, data: string): StreamError {
  const sentence = `event ${progress.events} of the stream is no JSON object: ${excerpt(data, progress.attempt)}`;
  return failedStream(progress, 'malformed', sentence);
}

/** What an `error` event stands for; `event` is undefined when its data is no JSON object. */
export function errorEvent(
  progress: StreamProgress,
  event: MessageStreamEvent | undefined,
  data: string,
): ApiError | StreamError {
  if (event !== undefined) return errorIn(event, progress.attempt);
  const sentence = `the stream ended with an error event that is no JSON object: ${excerpt(data, progress.attempt)}`;
  return failedStream(progress, 'error-event', sentence);
}

/** The error of a body of type `error`. */
export function errorIn(body: unknown, { where, number: attempts, http, redact }: Attempt): ApiError {
  const { requestId, rateLimit } = http;
  return apiErrorFromEvent(redactJson(body, redact), { where, requestId, rateLimit, attempts });
}

export function notAStream(progress: StreamProgress, contentType: string, start: string): StreamError {
  const sentence = `an event stream was expected, not ${contentType}: ${excerpt(start, progress.attempt)} Check the base URL.`;
  return failedStream(progress, 'content-type', sentence);
}

function failedStream(
  { attempt, events, bytes }: StreamProgress,
  reason: StreamErrorReason,
  sentence: string,
): StreamError {
  const { where, number: attempts, http } = attempt;
  const { requestId } = http;
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  // An error that the server reports, readable or not, may be gone the next time, as a lost connection may.
  const retryable = reason === 'cut' || reason === 'error-event';
  const facts = { reason, requestId, events, bytes, retryable, attempts };
  return new StreamError(`${where}: ${sentence}${request}`, facts);
}

function excerpt(text: string, { redact }: Attempt): string {
  return redact(text).slice(0, EXCERPT);
}
