import { contentOf } from '../content/content-of.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import { errorIn, unexpectedAnswer } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { Timeouts } from '../transport/clocks.js';
import type { MessageBody } from '../wire/message-body.js';

/**
 * The message of a response with status 200. Only its `content` is checked, which clust reads, since gateways leave out
 * other fields. Some gateways send an error with status 200.
 */
export function messageBodyOf(answer: Record<string, unknown>, attempt: Attempt): MessageBody {
  // An answer with a list as `content`, or with the type `message`, is a message, whatever else it contains.
  if (Array.isArray(answer.content) || answer.type === 'message') {
    return { ...answer, content: contentOf(answer) } as unknown as MessageBody;
  }
  if (describeErrorBody(answer).type !== undefined) throw errorIn(answer, attempt);
  throw unexpectedAnswer(attempt, 'a message', JSON.stringify(answer));
}

/** Ten minutes in seconds: how long clust expects a silent connection to survive. */
const LONGEST_SILENCE = 600;

/** The API writes its longest answers, of 128,000 tokens, within an hour. */
const SECONDS_PER_TOKEN = 3600 / 128_000;

/**
 * Whether an answer may take so long that the connection is cut before its first byte: more than 21,333 tokens. Such a
 * request is streamed internally, unless it has `stream: false` or a total timeout.
 */
export function isLong(
  request: { readonly max_tokens: number; readonly stream?: unknown },
  { total }: Timeouts,
): boolean {
  const isFree = request.stream === undefined && total === Number.POSITIVE_INFINITY;
  return isFree && request.max_tokens * SECONDS_PER_TOKEN > LONGEST_SILENCE;
}
