import type { HttpInfo, RateLimit } from '../wire/http.js';
import { rateLimitOf } from './rate-limit.js';

/** What a response tells beside its body. The rate limits are read when they are asked for. */
export function httpInfoOf({ status, headers }: Response, now: () => number): HttpInfo {
  let rateLimit: RateLimit | undefined;
  return {
    status,
    requestId: headers.get('request-id') ?? undefined,
    headers,
    get rateLimit() {
      rateLimit ??= rateLimitOf(headers, now());
      return rateLimit;
    },
  };
}
