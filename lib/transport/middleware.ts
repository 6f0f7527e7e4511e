import { ConnectionError } from '../errors/connection-error.js';
import type { RequestBody } from './http-client.js';

/** One attempt of a call, before it is sent. It has no credential yet: clust adds it after the last middleware. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** A copy for this attempt: you may change it. */
  readonly headers: Headers;
  /** JSON text, for all calls but uploads. */
  readonly body: RequestBody | undefined;
  /** Aborts on a timeout or when the caller aborts. */
  readonly signal: AbortSignal;
  /** 1 for the first request of a call, 2 for its first retry. */
  readonly attempt: number;
}

/** The next middleware, or the network. */
export type Next = (request: HttpRequest) => Promise<Response>;

/**
 * Code around each attempt, inside the retry loop: tracing, caching, proxies. It may call `next` any number of times,
 * with a changed request, or return its own response. If it throws, the call fails and is not retried: the thrown error
 * is the `cause` of a `ConnectionError`, unless it is an error of clust.
 *
 * It must not read the body of the response that it returns: read a `response.clone()`. Its time counts towards
 * `Timeouts.headers`.
 */
export type Middleware = (request: HttpRequest, next: Next) => Promise<Response> | Response;

/**
 * Combines the middleware; the first is the outermost. Throws an error with the name of a middleware that returns a
 * response whose body has been read.
 */
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
