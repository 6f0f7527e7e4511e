import type { HttpInfo } from '../wire/http.js';

/** The `http` of an answer that did not come from the API directly, such as one that was stored or relayed. */
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
