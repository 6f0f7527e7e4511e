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
 */
export type Middleware = (request: HttpRequest, next: Next) => Promise<Response> | Response;

/** The first middleware is the outermost. */
export function compose(middleware: readonly Middleware[], innermost: Next): Next {
  return middleware.reduceRight<Next>((next, layer) => async (request) => layer(request, next), innermost);
}
