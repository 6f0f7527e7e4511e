import { ValidationError } from '../errors/validation-error.js';
import { reveal } from '../values/secret.js';
import type { CustomHeaders } from './custom-headers.js';
import { headersOf } from './headers.js';
import type { RequestBody } from './http-client.js';
import type { Overrides } from './override.js';
import { type Redact, redactor } from './redact.js';
import { type RetryOptions, retryOptionsOf } from './retry-options.js';
import { type Timeouts, timeoutsOf } from './timeouts.js';
import type { TransportConfig } from './transport-config.js';

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

/** A call with everything worked out that all its attempts share: its client's config, and what it says itself. */
export interface PreparedCall extends Omit<TransportConfig, 'headers'> {
  readonly method: string;
  readonly url: string;
  /** `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly headers: Headers;
  /** Serialised once: every attempt sends the same bytes. */
  readonly body: RequestBody | undefined;
  readonly redact: Redact;
}

/** @throws {ValidationError} For options that cannot be, before anything is sent. */
export function prepare(call: Call, config: TransportConfig): PreparedCall {
  const { method, json } = call;
  const url = urlOf(call, config.baseUrl);
  return {
    ...config,
    method,
    url: url.href,
    where: `${method} ${url.origin}${url.pathname}`,
    headers: headersOf(call, config),
    body: json === undefined ? call.body : serialize(json),
    timeout: timeoutsOf(call.timeout, config.timeout),
    retry: retryOptionsOf(call.retry, config.retry),
    redact: redactor(reveal(config.credential)),
  };
}

/** Joined as text: resolving `//elsewhere.example` against a base would leave it. */
function urlOf({ path, query = {} }: Call, baseUrl: URL): URL {
  if (!path.startsWith('/')) {
    const message = 'a path starts with a slash';
    throw new ValidationError([{ path: 'path', rule: 'path-on-origin', message }]);
  }
  const url = new URL(baseUrl.href.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function serialize(json: unknown): string {
  try {
    return JSON.stringify(json);
  } catch (cause) {
    const message = 'this is no JSON: it holds itself, or a BigInt';
    throw new ValidationError([{ path: '', rule: 'json', message }], { cause });
  }
}
