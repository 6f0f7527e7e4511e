import type { Attempt } from './attempt.js';
import { BodyReader } from './body-reader.js';

/** An answer that is no success is short; what comes beyond this is not worth waiting for. */
export const LARGEST_ERROR = 64 * 1024;

/** Reads a body as text, under the clocks, up to a limit in bytes; if there is more, the connection is closed. */
export async function readText(response: Response, attempt: Attempt, limit: number): Promise<string> {
  const { text } = await readUpTo(response, attempt, limit);
  return text;
}

/** The same, and whether that was all of it. */
export async function readUpTo(
  response: Response,
  attempt: Attempt,
  limit: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const reader = new BodyReader(response, attempt);
  const decoder = new TextDecoder();
  let text = '';
  for (let left = limit; ; ) {
    const chunk = await reader.next();
    if (chunk === undefined) return { text: text + decoder.decode(), isWhole: true };
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.byteLength;
    if (left < 0) break;
  }
  reader.cancel();
  return { text, isWhole: false };
}
