/** What a request carries. A stream can be sent only once; the others can be sent again on a retry. */
export type RequestBody = string | Blob | FormData | ReadableStream<Uint8Array>;

/** Whether a body can be sent only once. */
export function isStream(body: RequestBody | undefined): body is ReadableStream<Uint8Array> {
  return typeof body === 'object' && 'getReader' in body;
}

/** How clust calls a ky instance. */
export interface HttpClientOptions {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly fetch?: typeof fetch;
}

/** What clust sets for a ky instance. */
export interface HttpClientSwitches {
  readonly retry: 0;
  readonly timeout: false;
  readonly throwHttpErrors: false;
  readonly redirect: 'manual';
}

/** A ky instance: the hooks and options that it was created with stay in force. */
export interface HttpClient {
  (url: URL, options: HttpClientOptions): PromiseLike<Response>;
  extend(options: HttpClientSwitches): HttpClient;
}

/** What a custom fetch is called with, beside the URL. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /**
   * JSON text, for all calls but uploads. Those pass the platform's `Blob`, `FormData` or `ReadableStream` (with
   * `duplex: 'half'`), which is not in the type: the types of no two fetch packages agree on them.
   */
  readonly body?: string;
  readonly signal: AbortSignal;
  /** `error` for uploads: with `manual` the fetch of Node keeps a copy of a body that it streams. */
  readonly redirect: 'manual' | 'error';
}

/** What a custom fetch answers with: a `Response`, whichever package declares it. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Absent where the fetch cannot stream: then `text()` gives the whole. */
  readonly body?: object | null | undefined;
  text?(): Promise<string>;
}

/** A `fetch` as most people write it, called with a URL and an init, never with a `Request`. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;
