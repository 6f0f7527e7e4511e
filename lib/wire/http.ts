import type { MessageBody } from './message-body.js';

/** One rate limit from the `anthropic-ratelimit-*` headers. */
export interface RateLimitWindow {
  /** The limit of the window. */
  readonly limit: number | undefined;
  /** How many are left, rounded by the API. */
  readonly remaining: number | undefined;
  /** When the window is full again. */
  readonly reset: Date | undefined;
}

/** The rate limits of a response. A window is `undefined` if its headers are absent or malformed. */
export interface RateLimit {
  readonly requests: RateLimitWindow | undefined;
  readonly tokens: RateLimitWindow | undefined;
  readonly inputTokens: RateLimitWindow | undefined;
  readonly outputTokens: RateLimitWindow | undefined;
  /** The wait that `retry-after` or `retry-after-ms` asks for, in milliseconds. */
  readonly retryAfter: number | undefined;
}

/** One model that was asked in a call with `fallback`. */
export interface ModelAttempt {
  readonly model: string;
  /** `answered`, or why the next model was asked; `failed` if the call ended with an error. */
  readonly outcome: 'answered' | 'overloaded' | 'refusal' | 'rate_limit' | 'timeout' | 'failed';
  readonly requestId: string | undefined;
  /** The error, if there is one. */
  readonly error?: Error | undefined;
  /** The answer of a model that refused, with its `usage` and `stop_details`. */
  readonly refused?: MessageBody | undefined;
}

/** Facts of the HTTP response of a result. */
export interface HttpInfo {
  readonly status: number;
  /** The `request-id` header. Quote it when you contact support. */
  readonly requestId: string | undefined;
  readonly headers: Headers;
  readonly rateLimit: RateLimit;
  /** The models that were asked, in order, in a call with `fallback`; `undefined` in any other call. */
  readonly attempts?: readonly ModelAttempt[] | undefined;
}

/** A result with its HTTP response. `http` is not enumerable, so it never appears in JSON. */
export interface HasHttp {
  readonly http: HttpInfo;
}
