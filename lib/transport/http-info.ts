import type { HttpInfo } from '../wire/http.js';
import type { Platform } from './platform.js';
import { rateLimitOf } from './rate-limit.js';

/** What a response tells beside its body. */
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
