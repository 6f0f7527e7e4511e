/** Bodies that can be sent again on a retry; a stream could not. */
export type RequestBody = string | Blob | FormData;

/** How clust calls a ky instance. */
export interface HttpClientOptions {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: RequestBody;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
  readonly retry: 0;
  readonly timeout: false;
  readonly throwHttpErrors: false;
  readonly fetch?: typeof fetch;
}

/** A ky instance: the hooks and options that it was created with stay in force. */
export type HttpClient = (url: URL, options: HttpClientOptions) => PromiseLike<Response>;

/** A `fetch` as most people write it: called with a URL and an init, never with a `Request`. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;
