import { ConnectionError } from '../errors/connection-error.js';
import type { RequestBody } from './http-client.js';

/** One attempt of a call, on its way out. The credential is not in it: it is added behind the last middleware. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** A copy that belongs to this attempt: change it as you like. */
  readonly headers: Headers;
  /** JSON text, for all calls but uploads. */
  readonly body: RequestBody | undefined;
  /** Aborts when a clock runs out or the caller gives up. */
  readonly signal: AbortSignal;
  /** 1 for the first request of a call, 2 for its first retry. */
  readonly attempt: number;
}

/** What lies further in: the next middleware, or the network. */
export type Next = (request: HttpRequest) => Promise<Response>;

/**
 * Code around each attempt, inside the retry loop: tracing, caching, proxies. It may call `next` any number of
 * times, with a changed request, or answer by itself. An error that it throws fails the call and is not retried;
 * it is the `cause` of the `ConnectionError` that leaves, unless it is one of ours.
 *
 * It gives the answer on unread: read a `response.clone()`. The time that it takes counts as that of the server, see
 * `Timeouts.headers`.
 */
export type Middleware = (request: HttpRequest, next: Next) => Promise<Response> | Response;

/** The first middleware is the outermost. One that gives an answer whose body is read already is told so, by name. */
export function compose(middleware: readonly Middleware[], innermost: Next, where: string): Next {
  return middleware.reduceRight<Next>((next, layer) => {
    return async (request) => {
      const response = await layer(request, next);
      if (!response.bodyUsed && !response.body?.locked) return response;
      const name = layer.name === '' ? 'a middleware' : `the middleware ${layer.name}`;
      const message = `${where} failed: ${name} has read the body of the answer; read response.clone() instead.`;
      throw new ConnectionError(message, { phase: 'body', retryable: false });
    };
  }, innermost);
}
