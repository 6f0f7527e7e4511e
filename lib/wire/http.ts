import type { MessageBody } from './message-body.js';

/** One rate limit as the API reports it in its `anthropic-ratelimit-*` headers. */
export interface RateLimitWindow {
  /** How many are allowed in the window. */
  readonly limit: number | undefined;
  /** How many are left, rounded by the API. */
  readonly remaining: number | undefined;
  /** When the window is full again. */
  readonly reset: Date | undefined;
}

/** Every rate limit of a response; a window whose headers are absent or malformed is `undefined`. */
export interface RateLimit {
  readonly requests: RateLimitWindow | undefined;
  readonly tokens: RateLimitWindow | undefined;
  readonly inputTokens: RateLimitWindow | undefined;
  readonly outputTokens: RateLimitWindow | undefined;
  /** What `retry-after` or `retry-after-ms` asks for, in milliseconds. */
  readonly retryAfter: number | undefined;
}

/** One model that was asked, in a call with `fallback`. */
export interface ModelAttempt {
  readonly model: string;
  /** `answered`, or why the next model was asked; `failed` when the call ended with an error. */
  readonly outcome: 'answered' | 'overloaded' | 'refusal' | 'rate_limit' | 'timeout' | 'failed';
  readonly requestId: string | undefined;
  /** What the call failed with. */
  readonly error?: Error | undefined;
  /** The answer of a model that refused, with its `usage` and `stop_details`. */
  readonly refused?: MessageBody | undefined;
}

/** What is known of the HTTP response behind a result. */
export interface HttpInfo {
  readonly status: number;
  /** The `request-id` header: quote it when you ask for support. */
  readonly requestId: string | undefined;
  readonly headers: Headers;
  readonly rateLimit: RateLimit;
  /** Which models were asked, in order, in a call with `fallback`; `undefined` in every other. */
  readonly attempts?: readonly ModelAttempt[] | undefined;
}

/** A result that remembers its response. `http` is not enumerable: it never shows in JSON. */
export interface HasHttp {
  readonly http: HttpInfo;
}
