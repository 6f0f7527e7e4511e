import type { CustomHeaders } from './custom-headers.js';
import type { RequestBody } from './http-client.js';
import type { Overrides } from './override.js';
import type { RetryOptions } from './retry-options.js';
import type { Timeouts } from './timeouts.js';

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
}

/** A call to an endpoint. */
export interface Call extends CallOptions {
  readonly method: string;
  /** From the root of the API: `/v1/messages`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, in place of `json`. */
  readonly body?: RequestBody | undefined;
  readonly accept?: string | undefined;
}
