import type { HttpInfo } from '../wire/http.js';
import { rateLimitOf } from './rate-limit.js';

/** What a response tells beside its body. */
export function httpInfoOf({ status, headers }: Response, now: number): HttpInfo {
  return {
    status,
    requestId: headers.get('request-id') ?? undefined,
    headers,
    rateLimit: rateLimitOf(headers, now),
  };
}
