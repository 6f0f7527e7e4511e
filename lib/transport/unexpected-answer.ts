import { excerpt } from '../base/excerpt.js';
import { ApiError } from '../errors/api-error.js';
import type { Attempt } from './attempt.js';

/** What came in place of what was expected. */
export function describeUnexpected({ http, redact }: Attempt, expected: string, text: string): string {
  const contentType = http.headers.get('content-type') ?? 'no content type';
  return `${expected} was expected, not (${contentType}) ${excerpt(text, redact)}`;
}

/** The error for a 2xx that is not what the endpoint answers: mostly the page of a proxy. */
export function unexpectedAnswer(attempt: Attempt, expected: string, text: string): ApiError {
  const { status, requestId, rateLimit } = attempt.http;
  return new ApiError({
    where: attempt.where,
    status,
    type: 'unexpected_response',
    reason: describeUnexpected(attempt, expected, text),
    requestId,
    rateLimit,
    body: excerpt(text, attempt.redact),
    retryable: false,
    synthetic: true,
    advice: 'Check the base URL.',
  });
}
