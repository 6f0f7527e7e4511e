import { StreamError } from '../errors/stream-error.js';
import type { Attempt } from './attempt.js';
import { BodyReader } from './body-reader.js';

/** No answer that is read as a whole is larger: the longest message is a few megabytes. */
const LARGEST = 256 * 1024 * 1024;

/** Reads a whole body as text, under the clocks. */
export async function readText(response: Response, attempt: Attempt): Promise<string> {
  const reader = new BodyReader(response, attempt);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST) {
      reader.cancel();
      const facts = { reason: 'overflow', bytes, requestId: attempt.http.requestId } as const;
      throw new StreamError(`${attempt.where} answered with more than ${LARGEST} bytes.`, facts);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Reads the start of a body as text, and closes the connection if there is more. */
export async function readTextStart(response: Response, attempt: Attempt, limit: number): Promise<string> {
  const reader = new BodyReader(response, attempt);
  const decoder = new TextDecoder();
  let text = '';
  let left = limit;
  while (left > 0) {
    const chunk = await reader.next();
    if (chunk === undefined) return text + decoder.decode();
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.byteLength;
  }
  reader.cancel();
  return text;
}
