import type { ClustError } from '../errors/clust-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { HttpRequest } from './middleware.js';
import { redactHeaders } from './redact.js';

/** An attempt is about to be sent. */
export interface RequestEvent {
  readonly method: string;
  readonly url: string;
  /** 1 for the first request of a call, 2 for its first retry. */
  readonly attempt: number;
}

/** The headers of an answer are here, of whatever status. */
export interface ResponseEvent extends RequestEvent {
  readonly http: HttpInfo;
  /** From sending to the headers of the answer, in milliseconds. */
  readonly milliseconds: number;
}

/** An attempt failed in a way that another one may mend. */
export interface RetryEvent extends RequestEvent {
  /** Why the attempt failed. */
  readonly error: ClustError;
  /** The wait before the next attempt, in milliseconds. */
  readonly delay: number;
}

/**
 * Functions that watch each attempt. They are awaited; one that throws fails the call with a `ConnectionError` whose
 * `cause` is what it threw. To change a request or a response use a middleware.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
}

/** Where log lines go. `console` is one; so are pino and winston. No line shows a key; bodies come at `debug` only. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/** A request in full, but for its secrets. */
export function describeRequest({ method, url, headers, body }: HttpRequest): string {
  const text = typeof body === 'string' ? ` ${body}` : '';
  return `${method} ${url} ${JSON.stringify(redactHeaders(headers))}${text}`;
}
