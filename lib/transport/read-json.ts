import { parseJson } from '../base/parse-json.js';
import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from './attempt.js';
import { readText } from './read-text.js';
import { EXCERPT, unexpectedAnswer } from './unexpected-answer.js';

/** No answer that is read as a whole is larger: the longest message is a few megabytes. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Reads a body that must be a JSON object, whatever content type a gateway gave it. One that starts as an object and
 * does not end as one was cut off; anything else came from somewhere else.
 */
export async function readJson(response: Response, attempt: Attempt): Promise<Record<string, unknown>> {
  const text = await readText(response, attempt, LARGEST);
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // JSON.parse gives plain objects, with string keys only.
    return value as Record<string, unknown>;
  }
  if (value !== undefined || !text.trimStart().startsWith('{')) {
    throw unexpectedAnswer(attempt, 'a JSON object', text);
  }
  const { where, redact } = attempt;
  throw new ConnectionError(
    `${where} answered with JSON that breaks off after ${text.length} characters: ${redact(text).slice(0, EXCERPT)}`,
    { phase: 'body', retryable: true },
  );
}
