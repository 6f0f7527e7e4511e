import { isApiError, isTimeoutError } from '../errors/guards.js';
import { ValidationError } from '../errors/validation-error.js';
import type { FallbackReason } from '../request/fallback-options.js';
import { MessageAccumulator } from '../stream/accumulate/message-accumulator.js';
import type { EventFeed } from '../stream/event-feed.js';
import type { HttpInfo, ModelAttempt } from '../wire/http.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { keepAttempts } from './attempts-of.js';
import { withCredit } from './fallback-credit.js';
import { type FallbackCall, fallbackRequests } from './fallback-requests.js';

const reasons: readonly FallbackReason[] = ['overloaded', 'refusal', 'rate_limit', 'timeout'];

/** How to ask one model, and how to read its answer. */
export interface Asking<Answer> {
  ask(request: MessagesRequestBody): Promise<Answer>;
  httpOf(answer: Answer): HttpInfo;
  /** The message, if the model refused to answer; `undefined` for any other answer. */
  refusalOf(answer: Answer): MessageBody | undefined;
  /** Closes an answer that nobody will read. */
  drop?(answer: Answer): void;
}

/**
 * Asks the request's model, then the models of `fallback`, until one answers. The answer of the last one is returned in
 * any case.
 */
export async function askInTurn<Answer>(given: FallbackCall, asking: Asking<Answer>): Promise<Answer> {
  const on = reasonsOf(given.on);
  const requests = fallbackRequests(given);
  const tried: ModelAttempt[] = [];
  let refused: MessageBody | undefined;
  for (const [index, request] of requests.entries()) {
    const { model } = request;
    const isLast = index === requests.length - 1;
    try {
      const answer = await asking.ask(withCredit(request, refused, requests[0]));
      const http = asking.httpOf(answer);
      refused = asking.refusalOf(answer);
      const { requestId } = http;
      if (refused === undefined) tried.push({ model, outcome: 'answered', requestId });
      else tried.push({ model, outcome: 'refusal', requestId, refused });
      if (refused === undefined || isLast || !on.includes('refusal')) {
        Object.assign(http, { attempts: Object.freeze(tried) });
        return answer;
      }
      asking.drop?.(answer);
    } catch (error) {
      refused = undefined;
      const reason = reasonOf(error);
      const requestId = isApiError(error) ? error.requestId : undefined;
      tried.push({ model, outcome: reason ?? 'failed', requestId, error: error as Error });
      if (reason === undefined || isLast || !on.includes(reason)) throw keepAttempts(error, tried);
    }
  }
  // The list is never empty, and the last request returns or throws.
  throw new TypeError('no request');
}

/** The message, if its model refused. */
export function refusalOf<Message extends MessageBody>(message: Message): Message | undefined {
  return message.stop_reason === 'refusal' ? message : undefined;
}

/** How to ask a model for a stream, of which nothing has been read. */
export function feedsOf(ask: Asking<EventFeed>['ask']): Asking<EventFeed> {
  return {
    ask,
    httpOf: ({ origin }) => origin.http,
    refusalOf: refusalBeforeBlocks,
    drop: (feed) => feed.close(),
  };
}

/** The refusal at the start of a stream, before any block. The message is then complete. */
function refusalBeforeBlocks({ waiting }: EventFeed): MessageBody | undefined {
  const first = waiting.findIndex(({ type }) => type === 'content_block_start' || type === 'message_delta');
  const event = waiting[first];
  if (event?.type !== 'message_delta' || event.delta.stop_reason !== 'refusal') return undefined;
  const message = new MessageAccumulator();
  for (const each of waiting.slice(0, first + 1)) message.add(each);
  return message.body;
}

/** Why another model may answer after this failure; `undefined` if none would. */
function reasonOf(error: unknown): FallbackReason | undefined {
  if (isTimeoutError(error)) return 'timeout';
  if (!isApiError(error)) return undefined;
  const { type, status } = error;
  if (type === 'overloaded_error' || status === 529 || status === 503) return 'overloaded';
  if (type === 'rate_limit_error' || status === 429) return error.retryable ? 'rate_limit' : undefined;
  return type === 'timeout_error' || status === 504 ? 'timeout' : undefined;
}

/** @throws {ValidationError} For an unknown reason. */
function reasonsOf(on: readonly FallbackReason[] = reasons): readonly FallbackReason[] {
  const problems = on.flatMap((reason, index) => {
    if (reasons.includes(reason)) return [];
    const message = `no model is asked for the reason ${String(reason)}: name ${reasons.join(', ')}`;
    return [{ path: `on.${index}`, rule: 'fallback-reason', message }];
  });
  if (problems.length > 0) throw new ValidationError(problems);
  return on;
}
