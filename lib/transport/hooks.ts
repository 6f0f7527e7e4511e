import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import type { HttpInfo } from '../wire/http.js';
import type { HttpRequest } from './middleware.js';
import { type Redact, redactHeaders } from './redact.js';

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

/** The parts of a call that logging needs. */
interface LoggedStep {
  readonly where: string;
  readonly logger?: Logger | undefined;
  readonly redact: Redact;
}

/**
 * Writes a line to the client's logger, without its key, and calls a hook. The line is built only if there is a logger.
 */
export function notify(
  step: LoggedStep,
  [level, line]: readonly [keyof Logger, () => string],
  hook?: () => void | Promise<void>,
): Promise<void> {
  return runUserCode('the logger or a hook', step, () => {
    step.logger?.[level](step.redact(line()));
    return hook?.();
  });
}

/**
 * Runs a hook or a middleware. If it throws, the call fails and is not retried, and the thrown error is kept as
 * `cause`. An error of clust is thrown as it is.
 */
export async function runUserCode<Result>(
  name: string,
  { where }: { readonly where: string },
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (isClustError(cause)) throw cause;
    const message = `${where} failed: ${name} threw, see cause.`;
    throw new ConnectionError(message, { phase: 'headers', retryable: false }, { cause });
  }
}
