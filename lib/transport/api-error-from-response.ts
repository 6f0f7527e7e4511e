import { excerpt } from '../base/excerpt.js';
import { parseJson } from '../base/parse-json.js';
import type { ApiError } from '../errors/api-error.js';
import { apiErrorFromBody } from '../errors/api-error-from-body.js';
import type { HttpInfo } from '../wire/http.js';
import type { Attempt } from './attempt.js';
import { LARGEST_ERROR, readText } from './read-text.js';
import { shouldRetryOf } from './retry-after.js';
import type { RetryOptions } from './retry-options.js';

/** Reads an answer that is no success, JSON or not, under the clocks. */
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

/** The status says enough: a body that cannot be read does not hide it. Only a clock or the caller ends the wait. */
async function readBody(response: Response, attempt: Attempt): Promise<string> {
  try {
    // Some gateways echo the request, headers and all.
    return attempt.redact(await readText(response, attempt, LARGEST_ERROR));
  } catch (error) {
    if (attempt.signal.aborted) throw error;
    return '';
  }
}

/** What the API answers for a retired model is what it answers for one that never was. */
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
