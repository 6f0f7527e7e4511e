import { contentOf } from '../content/content-of.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import { errorIn, unexpectedAnswer } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { Timeouts } from '../transport/clocks.js';
import type { MessageBody } from '../wire/message-body.js';

/**
 * The message that a 200 holds. Its content is what every reader of a message goes through; nothing else is insisted
 * on, since gateways leave fields out. Some send an error as a 200.
 */
export function messageBodyOf(answer: Record<string, unknown>, attempt: Attempt): MessageBody {
  // An answer with a list of content is a message, whatever else the API adds to it; one that names its type is, too.
  if (Array.isArray(answer.content) || answer.type === 'message') {
    return { ...answer, content: contentOf(answer) } as unknown as MessageBody;
  }
  if (describeErrorBody(answer).type !== undefined) throw errorIn(answer, attempt);
  throw unexpectedAnswer(attempt, 'a message', JSON.stringify(answer));
}

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
