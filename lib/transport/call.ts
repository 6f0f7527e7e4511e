import type { Timeouts } from './clocks.js';
import type { CustomHeaders } from './custom-headers.js';
import type { RequestBody } from './http-client.js';
import type { Overrides } from './override.js';
import type { RetryOptions } from './retry.js';

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call: it rejects with an `AbortedError` whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds. Fields that are left out keep the client's values. */
  readonly timeout?: Overrides<Timeouts> | undefined;
  readonly retry?: Overrides<RetryOptions> | undefined;
  /** Added to the client's headers; they replace those of the same name. */
  readonly headers?: CustomHeaders | undefined;
  /** Added to the client's betas in `anthropic-beta`. */
  readonly betas?: readonly string[] | undefined;
  /**
   * The limit for a complete answer, in bytes. A larger answer fails and is not retried.
   *
   * @default 67108864 (64 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
}

type QueryValue = string | number | boolean;

/** The query parameters of a URL. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/** A call to an endpoint. */
export interface Call extends CallOptions {
  readonly method: string;
  /** From the root of the API, such as `/v1/messages`. */
  readonly path: string;
  /** Added to the URL. A list is sent as one parameter per value; `undefined` is left out. */
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, in place of `json`. A stream can be read only once, so a call with a stream is not retried. */
  readonly body?: RequestBody | undefined;
  /** The media type of `body`. JSON and forms set their own. */
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
}
