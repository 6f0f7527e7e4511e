import type { Timeouts } from './clocks.js';
import type { CustomHeaders } from './custom-headers.js';
import type { RequestBody } from './http-client.js';
import type { Overrides } from './override.js';
import type { RetryOptions } from './retry.js';

/** What can be said of one call, beside its request. */
export interface CallOptions {
  /** Aborts the call: it rejects with an `AbortedError` whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds; what is not given is as the client has it. */
  readonly timeout?: Overrides<Timeouts> | undefined;
  readonly retry?: Overrides<RetryOptions> | undefined;
  /** Added to the client's; they replace those of the same name. */
  readonly headers?: CustomHeaders | undefined;
  /** Added to the client's betas in `anthropic-beta`. */
  readonly betas?: readonly string[] | undefined;
  /**
   * The most that is read of an answer as a whole; a larger one fails, and is not asked for again.
   *
   * @default 67108864 (64 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
}

type QueryValue = string | number | boolean;

/** The parameters behind the `?` of a URL. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/** A call to an endpoint. */
export interface Call extends CallOptions {
  readonly method: string;
  /** From the root of the API: `/v1/messages`. */
  readonly path: string;
  /** Added to the path; a list is sent as one parameter per value. A value that is `undefined` is left out. */
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, in place of `json`. A stream can be read only once, so a call that sends one is not retried. */
  readonly body?: RequestBody | undefined;
  /** The media type of `body`. JSON has its own, and so has a form. */
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
}
