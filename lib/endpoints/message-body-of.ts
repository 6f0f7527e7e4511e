import { contentOf } from '../content/content-of.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import { errorIn, unexpectedAnswer } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
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
