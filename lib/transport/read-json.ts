import { excerpt } from '../base/excerpt.js';
import { parseJson } from '../base/parse-json.js';
import { ConnectionError } from '../errors/connection-error.js';
import { unexpectedAnswer } from './api-errors.js';
import type { Attempt } from './attempt.js';
import { readUpTo } from './read-body.js';

/**
 * Reads a body that must be a JSON object, whatever its content type. A body that starts as an object but is not valid
 * JSON was cut off; any other body did not come from the API.
 */
export async function readJson(response: Response, attempt: Attempt): Promise<Record<string, unknown>> {
  const { where, redact, maxResponseBytes } = attempt;
  const { text, isWhole } = await readUpTo(response, attempt, maxResponseBytes);
  if (!isWhole) {
    const message = `${where} answered with more than maxResponseBytes, ${maxResponseBytes}.`;
    throw new ConnectionError(message, { phase: 'body', retryable: false });
  }
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // JSON.parse returns plain objects, with string keys only.
    return value as Record<string, unknown>;
  }
  if (value !== undefined || !text.trimStart().startsWith('{')) {
    throw unexpectedAnswer(attempt, 'a JSON object', text);
  }
  throw new ConnectionError(
    `${where} answered with JSON that breaks off after ${text.length} characters: ${excerpt(text, redact)}`,
    { phase: 'body', retryable: true },
  );
}
