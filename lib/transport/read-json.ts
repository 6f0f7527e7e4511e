import { ApiError } from '../errors/api-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from './attempt.js';
import { readText } from './read-text.js';

/** How much of an unexpected body an error message shows. */
const EXCERPT = 200;

/** Reads a body that must be a JSON object, whatever content type a gateway gave it. */
export async function readJson(response: Response, attempt: Attempt): Promise<Record<string, unknown>> {
  const text = await readText(response, attempt);
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // JSON.parse gives plain objects, with string keys only.
    return value as Record<string, unknown>;
  }
  throw unexpected(text, value === undefined, response, attempt);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // `undefined` is no JSON value: it says that the text is none either.
    return undefined;
  }
}

/** A body that starts as an object and does not end as one was cut off; anything else came from somewhere else. */
function unexpected(text: string, isInvalid: boolean, response: Response, attempt: Attempt) {
  const { where, number: attempts, http } = attempt;
  const excerpt = attempt.redact(text).slice(0, EXCERPT);
  if (isInvalid && text.trimStart().startsWith('{')) {
    const message = `${where} answered with a JSON body that breaks off after ${text.length} characters: ${excerpt}`;
    return new ConnectionError(message, { phase: 'body', retryable: true, attempts });
  }
  const contentType = response.headers.get('content-type') ?? 'no content type';
  return new ApiError({
    where,
    status: http.status,
    type: 'unexpected_response',
    reason: `a JSON object was expected, not ${contentType}: ${excerpt}`,
    requestId: http.requestId,
    rateLimit: http.rateLimit,
    body: excerpt,
    retryable: false,
    attempts,
    synthetic: true,
    advice: 'Check the base URL.',
  });
}
