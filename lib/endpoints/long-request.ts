import type { Timeouts } from '../transport/clocks.js';

/** Ten minutes: what a connection without traffic is trusted to survive. */
const LONGEST_SILENCE = 600;

/** The API writes its largest answers, of 128,000 tokens, within an hour. */
const SECONDS_PER_TOKEN = 3600 / 128_000;

/**
 * Whether the answer to a request may take so long that a connection would be cut before its first byte: more than
 * 21,333 tokens. Such a request is streamed under the hood, unless it says `stream: false` or has a total timeout.
 */
export function isLong(
  request: { readonly max_tokens: number; readonly stream?: unknown },
  { total }: Timeouts,
): boolean {
  const isFree = request.stream === undefined && total === Number.POSITIVE_INFINITY;
  return isFree && request.max_tokens * SECONDS_PER_TOKEN > LONGEST_SILENCE;
}
