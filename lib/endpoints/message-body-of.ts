import { ApiError } from '../errors/api-error.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import type { Attempt } from '../transport/attempt.js';
import { redactJson } from '../transport/redact.js';
import { errorIn } from '../transport/stream-failures.js';
import type { MessageBody } from '../wire/message-body.js';

/**
 * The message that a 200 holds. Its content is what every reader of a message goes through; nothing else is insisted
 * on, since gateways leave fields out. Some send an error as a 200.
 */
export function messageBodyOf(answer: Record<string, unknown>, attempt: Attempt): MessageBody {
  // An answer with a list of content is a message, whatever else the API adds to it.
  if (Array.isArray(answer.content)) return answer as unknown as MessageBody;
  const { where, number: attempts, http, redact } = attempt;
  if (describeErrorBody(answer).type !== undefined) throw errorIn(answer, attempt);
  throw new ApiError({
    where,
    status: http.status,
    type: 'unexpected_response',
    reason: `a message was expected, not an object with the fields ${Object.keys(answer).slice(0, 8).join(', ')}`,
    requestId: http.requestId,
    body: redactJson(answer, redact),
    retryable: false,
    attempts,
    synthetic: true,
    advice: 'Check the base URL.',
  });
}
