import type { ClustError } from '../errors/clust-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { HttpRequest } from './middleware.js';
import { redactHeaders } from './redact.js';

/** Sent before each attempt. */
export interface RequestEvent {
  readonly method: string;
  readonly url: string;
  /** 1 for the first request of a call, 2 for its first retry. */
  readonly attempt: number;
}

/** Sent when the headers of an answer have arrived, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  readonly http: HttpInfo;
  /** From sending the request to the headers of the answer, in milliseconds. */
  readonly milliseconds: number;
}

/** Sent when an attempt failed and another one follows. */
export interface RetryEvent extends RequestEvent {
  /** Why the attempt failed. */
  readonly error: ClustError;
  /** The wait before the next attempt, in milliseconds. */
  readonly delay: number;
}

/**
 * Functions that are called around each attempt. clust awaits them. If one throws, the call fails with a
 * `ConnectionError` whose `cause` is the thrown error. To change a request or a response use a middleware.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
}

/** Receives log lines. `console`, pino and winston all fit. No line shows a key; bodies are logged at `debug` only. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/** The complete request, without its secrets. */
export function describeRequest({ method, url, headers, body }: HttpRequest): string {
  const text = typeof body === 'string' ? ` ${body}` : '';
  return `${method} ${url} ${JSON.stringify(redactHeaders(headers))}${text}`;
}
