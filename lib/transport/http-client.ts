/** The body of a request. A stream can be sent only once; the others can be sent again on a retry. */
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

/** A ky instance. The hooks and options that it was created with stay in force. */
export interface HttpClient {
  (url: URL, options: HttpClientOptions): PromiseLike<Response>;
  extend(options: HttpClientSwitches): HttpClient;
}

/** What a custom fetch is called with, beside the URL. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /**
   * JSON text, except for uploads. Uploads pass the platform's `Blob`, `FormData` or `ReadableStream` (with `duplex:
   * 'half'`). These are not in the type, since every fetch package declares its own types for them.
   */
  readonly body?: string;
  readonly signal: AbortSignal;
  /** `error` for uploads: with `manual`, Node's fetch keeps a copy of a streamed body. */
  readonly redirect: 'manual' | 'error';
}

/** What a custom fetch answers with: a `Response`, whichever package declares it. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Absent if the fetch cannot stream. `text()` then returns the whole body. */
  readonly body?: object | null | undefined;
  text?(): Promise<string>;
}

/** A `fetch` as most people write it, called with a URL and an init, never with a `Request`. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;
