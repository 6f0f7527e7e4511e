import type { HttpInfo } from '../wire/http.js';

/** What is known of the response behind an answer that did not come from the API: that was stored, or relayed. */
export function noHttp(retryAfter?: number): HttpInfo {
  const rateLimit = {
    requests: undefined,
    tokens: undefined,
    inputTokens: undefined,
    outputTokens: undefined,
    retryAfter,
  };
  return { status: 200, requestId: undefined, headers: new Headers(), rateLimit };
}
