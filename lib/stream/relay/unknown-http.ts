import type { HttpInfo } from '../../wire/http.js';

/** A relay says nothing of the response that it relays. */
export function unknownHttp(): HttpInfo {
  const rateLimit = {
    requests: undefined,
    tokens: undefined,
    inputTokens: undefined,
    outputTokens: undefined,
    retryAfter: undefined,
  };
  return { status: 200, requestId: undefined, headers: new Headers(), rateLimit };
}
