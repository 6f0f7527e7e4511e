import type { HasHttp, HttpInfo, RateLimit, RateLimitWindow } from '../wire/http.js';
import type { Platform } from './platform.js';
import { retryAfterOf } from './retry.js';

/** The facts of a response beside its body. */
export function httpInfoOf(
  { status, headers }: Response,
  now: number,
  platform?: Platform | undefined,
): HttpInfo {
  return {
    status,
    requestId: headers.get(platform?.requestId ?? 'request-id') ?? undefined,
    headers,
    rateLimit: rateLimitOf(headers, now),
  };
}

/** Adds `http` to a result. The property does not appear in JSON or in comparisons. */
export function withHttp<Result extends object>(result: Result, http: HttpInfo): Result & HasHttp {
  return Object.defineProperty(result, 'http', { value: http }) as Result & HasHttp;
}

/** The rate limits of a response. A header that is absent or malformed is `undefined`. */
function rateLimitOf(headers: Headers, now: number): RateLimit {
  return {
    requests: windowOf(headers, 'requests'),
    tokens: windowOf(headers, 'tokens'),
    inputTokens: windowOf(headers, 'input-tokens'),
    outputTokens: windowOf(headers, 'output-tokens'),
    retryAfter: retryAfterOf(headers, now),
  };
}

function windowOf(headers: Headers, name: string): RateLimitWindow | undefined {
  const read = (part: string) => headers.get(`anthropic-ratelimit-${name}-${part}`) ?? '';
  const limit = count(read('limit'));
  const remaining = count(read('remaining'));
  const reset = date(read('reset'));
  return (limit ?? remaining ?? reset) === undefined ? undefined : { limit, remaining, reset };
}

function count(value: string): number | undefined {
  return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** RFC 3339, as in `2026-11-22T10:00:00Z`. */
function date(value: string): Date | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
