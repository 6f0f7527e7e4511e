import { ApiError } from '../errors/api-error.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import { typeOfStatus } from '../errors/error-type.js';
import type { Attempt } from './attempt.js';
import { readTextStart } from './read-text.js';
import { shouldRetryOf } from './retry-after.js';

/** Error bodies are short; what comes beyond this is not worth waiting for. */
const LARGEST = 64 * 1024;
const EXCERPT = 200;

/** Reads an answer that is no success, JSON or not, under the clocks. */
export async function apiErrorFromResponse(
  response: Response,
  attempt: Attempt,
  maxRetryAfter: number,
): Promise<ApiError> {
  const { where, number: attempts, http } = attempt;
  const text = await readBody(response, attempt);
  const body = parse(text);
  const { type, reason, errorCode, requestId } = describeErrorBody(body);
  return new ApiError({
    where,
    status: http.status,
    type: type ?? typeOfStatus(http.status),
    reason: reason ?? (text.trim().slice(0, EXCERPT) || 'the answer has no body'),
    errorCode,
    requestId: http.requestId ?? requestId,
    body,
    rateLimit: http.rateLimit,
    retryable: shouldRetryOf(response.headers),
    attempts,
    synthetic: type === undefined,
    advice: adviceFor(http.status, http.rateLimit.retryAfter, maxRetryAfter),
  });
}

/** The status says enough: a body that cannot be read does not hide it. Only a clock or the caller ends the wait. */
async function readBody(response: Response, attempt: Attempt): Promise<string> {
  try {
    // Some gateways echo the request, headers and all.
    return attempt.redact(await readTextStart(response, attempt, LARGEST));
  } catch (error) {
    if (attempt.signal.aborted) throw error;
    return '';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function adviceFor(
  status: number,
  retryAfter: number | undefined,
  maxRetryAfter: number,
): string | undefined {
  if (retryAfter !== undefined) {
    const wait = `The API asks to wait ${Math.ceil(retryAfter / 1000)} s`;
    return retryAfter > maxRetryAfter ? `${wait}, longer than retry.maxRetryAfter allows.` : `${wait}.`;
  }
  if (status === 401) return 'Check the key, and that the base URL is the one it belongs to.';
  if (status === 404) return 'Check the model id and the base URL.';
  if (status === 529) return 'The API is overloaded: try again later.';
  return undefined;
}
