import { excerpt } from '../base/excerpt.js';
import { parseJson } from '../base/parse-json.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorFromBody } from '../errors/api-error-from-body.js';
import { ConnectionError } from '../errors/connection-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { Attempt } from './attempt.js';
import { LARGEST_ERROR, readText } from './read-body.js';
import { redactJson } from './redact.js';
import { type RetryOptions, shouldRetryOf } from './retry.js';

/** Reads an answer whose status is an error, JSON or not. The timeouts of the call apply. */
export async function apiErrorFromResponse(
  response: Response,
  attempt: Attempt,
  retry: RetryOptions,
): Promise<ApiError> {
  const { status, requestId, rateLimit } = attempt.http;
  const text = await readBody(response, attempt);
  return apiErrorFromBody(parseJson(text) ?? text, {
    where: attempt.where,
    status,
    reason: excerpt(text.trim(), attempt.redact),
    requestId,
    rateLimit,
    retryable: shouldRetryOf(response.headers),
    advice: (await retiredModel(status, text)) ?? adviceFor(attempt.http, retry),
  });
}

/**
 * The status is enough to make an error, so an unreadable body does not hide it. Only a timeout or the caller's abort
 * is thrown.
 */
async function readBody(response: Response, attempt: Attempt): Promise<string> {
  try {
    // Some gateways echo the request, including its headers.
    return attempt.redact(await readText(response, attempt, LARGEST_ERROR));
  } catch (error) {
    if (attempt.signal.aborted) throw error;
    return '';
  }
}

/** The API answers a retired model the same way as an unknown one. */
async function retiredModel(status: number, text: string): Promise<string | undefined> {
  const [, id] = (status === 404 && /"model: ([\w.-]+)/.exec(text)) || [];
  if (id === undefined) return undefined;
  const { retirementAdvice } = await import('../models/retirements.js');
  return retirementAdvice(id);
}

function adviceFor({ status, rateLimit: { retryAfter } }: HttpInfo, retry: RetryOptions): string | undefined {
  if (retryAfter === undefined) return ADVICE[status];
  const why = retryAfter > retry.maxRetryAfter ? ', longer than retry.maxRetryAfter allows' : '';
  return `The API asks to wait ${Math.ceil(retryAfter / 1000)} s${why}.`;
}

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Check the key and the base URL.',
  404: 'Check the model id and the base URL.',
  529: 'Try again later.',
};

/** The error for a body of type `error` in a response whose status is not an error. */
export function errorIn(body: unknown, { where, http, attempts, redact }: Attempt): ApiError {
  const { requestId, rateLimit } = http;
  return apiErrorFromBody(redactJson(body, redact), { where, requestId, rateLimit, attempts });
}

/** Describes an answer that is not what clust expected. */
export function describeUnexpected({ http, redact }: Attempt, expected: string, text: string): string {
  const contentType = http.headers.get('content-type') ?? 'no content type';
  return `${expected} was expected, not (${contentType}) ${excerpt(text, redact)}`;
}

/** The error for a 2xx response that is not what the endpoint answers, usually the page of a proxy. */
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

/**
 * Refuses a redirect: following it would send the prompt, and for some statuses the key, to a host that nobody
 * configured. Node returns a redirect as it is; browsers return an opaque one without status or target.
 */
export function refuseRedirect({ status, type, headers }: Response, where: string): void {
  if (type !== 'opaqueredirect' && (status < 300 || status > 399)) return;
  const [, base] = where.split(' ');
  const target = headers.get('location');
  const host = target && URL.canParse(target, base) ? new URL(target, base).host : 'another place';
  throw new ConnectionError(`${where} redirects to ${host}, which is not followed. Check the base URL.`, {
    phase: 'headers',
    retryable: false,
  });
}
