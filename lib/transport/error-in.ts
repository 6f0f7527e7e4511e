import type { ApiError } from '../errors/api-error.js';
import { apiErrorFromBody } from '../errors/api-error-from-body.js';
import type { Attempt } from './attempt.js';
import { redactJson } from './redact.js';

/** The error that a body of type `error` stands for, under a status that says nothing of it. */
export function errorIn(body: unknown, { where, http, attempts, redact }: Attempt): ApiError {
  const { requestId, rateLimit } = http;
  return apiErrorFromBody(redactJson(body, redact), { where, requestId, rateLimit, attempts });
}
