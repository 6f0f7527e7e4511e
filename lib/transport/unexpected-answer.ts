import { ApiError } from '../errors/api-error.js';
import type { Attempt } from './attempt.js';

/** How much of an unexpected body an error shows. */
export const EXCERPT = 200;

/** The error for a 2xx that is not what the endpoint answers: mostly the page of a proxy. */
export function unexpectedAnswer({ where, http, redact }: Attempt, expected: string, text: string): ApiError {
  const { status, requestId, rateLimit, headers } = http;
  const body = redact(text).slice(0, EXCERPT);
  const contentType = headers.get('content-type') ?? 'no content type';
  return new ApiError({
    where,
    status,
    type: 'unexpected_response',
    reason: `${expected} was expected, not (${contentType}) ${body}`,
    requestId,
    rateLimit,
    body,
    retryable: false,
    synthetic: true,
    advice: 'Check the base URL.',
  });
}
