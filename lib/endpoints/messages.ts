import { isObject } from '../base/is-object.js';
import { type MessageResponse, responseOf } from '../content/message-response.js';
import { readOutputOf } from '../content/read-output.js';
import { ValidationError } from '../errors/validation-error.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import { hasMeta, metaOf } from '../request/request-meta.js';
import { versionProblems } from '../request/version-problems.js';
import { MessageStream } from '../stream/message-stream.js';
import type { MessageStreamOptions } from '../stream/stream-options.js';
import type { OpenEventFeed } from '../stream/stream-session.js';
import type { Call, CallOptions } from '../transport/call.js';
import { timeoutsOf } from '../transport/clocks.js';
import { execute } from '../transport/execute.js';
import { readJson } from '../transport/read-json.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { Version } from '../values/version.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { assertRequest, type RequestFor } from './built-request.js';
import { isLong, messageBodyOf } from './message-body.js';
import { type EventStreamOptions, openEvents } from './open-events.js';
import { betasOf } from './request-betas.js';
import {
  type RefusedStreamed,
  type RefusedWhole,
  type StreamedFields,
  streamProblems,
  type WholeFields,
} from './streamed-request.js';

/** The request that `createMessage` takes, or the sentence that refuses it. */
export type WholeRequest<Request, V extends Version> = RequestFor<
  Request,
  V,
  RefusedStreamed<Request>,
  StreamedFields<Request>
>;

/** The request that `createMessageStream` takes, or the sentence that refuses it. */
export type StreamRequest<Request, V extends Version> = RequestFor<
  Request,
  V,
  RefusedWhole<Request>,
  WholeFields<Request>
>;

/** Options of one stream. */
export interface StreamCallOptions
  extends CallOptions,
    FallbackOptions,
    EventStreamOptions,
    Pick<MessageStreamOptions, 'accumulate'> {}

/** `POST /v1/messages` for a complete answer. */
export async function createMessage<Request>(
  config: TransportConfig,
  request: unknown,
  { fallback, on, ...options }: CallOptions & FallbackOptions,
): Promise<MessageResponse<Request>> {
  const check = (given: unknown) => checked(given, config, false);
  const body = check(await sealed(request, config, options));
  if (fallback) {
    const { askInTurn, refusalOf } = await import('./fallback.js');
    return askInTurn(
      { request: body, check, fallback, on },
      {
        ask: (each) => createMessage<Request>(config, each, options),
        httpOf: ({ http }) => http,
        refusalOf,
      },
    );
  }
  if (isLong(body, timeoutsOf(options.timeout, config.timeout))) {
    return createMessageStream<Request>(config, body, options).finalMessage();
  }
  return execute(callFor(await planned(body), options), config, async (response, attempt) => {
    const answer = messageBodyOf(await readJson(response, attempt), attempt);
    return responseOf<Request>(answer, attempt.http, readOutputOf(body));
  });
}

/** `POST /v1/messages` for a streamed answer. If the request is refused, the first read of the stream rejects. */
export function createMessageStream<Request>(
  config: TransportConfig,
  request: unknown,
  { accumulate, signal, ...options }: StreamCallOptions,
): MessageStream<Request> {
  return new MessageStream(openMessage(config, request, options), {
    signal,
    accumulate,
    readOutput: readOutputOf(request),
  });
}

/**
 * Opens the stream of an answer. The stream listens to the caller's signal itself and passes its own signal to the
 * call: an abort takes effect until the last event has been read, even if the call has already ended.
 */
export function openMessage(
  config: TransportConfig,
  request: unknown,
  { maxEventBytes, fallback, on, ...options }: StreamCallOptions,
): OpenEventFeed {
  return async (given) => {
    const check = (each: unknown) => checked(each, config, true);
    const ask = async (each: MessagesRequestBody) => {
      const body = await planned(each);
      const call: Call = {
        ...callFor(body, options),
        json: { ...body, stream: true },
        accept: 'text/event-stream',
        signal: given,
      };
      return execute(call, config, openEvents({ maxEventBytes }));
    };
    const body = check(await sealed(request, config, options));
    if (!fallback) return ask(body);
    const { askInTurn, feedsOf } = await import('./fallback.js');
    return askInTurn({ request: body, check, fallback, on }, feedsOf(ask));
  };
}

/** Adds the breakpoints of the request's cache plan. Few requests have one, so the code is loaded when it is needed. */
async function planned(body: MessagesRequestBody): Promise<MessagesRequestBody> {
  if (metaOf(body).cache === undefined) return body;
  const { planCache } = await import('../request/cache-plan.js');
  return planCache(body);
}

function callFor(body: MessagesRequestBody, options: CallOptions): Call {
  return {
    ...options,
    method: 'POST',
    path: '/v1/messages',
    json: body,
    betas: betasOf(body, options.betas),
  };
}

/**
 * Checks a body that was not built, or that was copied from a request and changed, against every rule. The code is
 * loaded when it is needed, since built requests do not need it.
 *
 * @throws {ValidationError} With every problem, each with its path.
 */
async function sealed(request: unknown, { betas }: TransportConfig, options: CallOptions): Promise<unknown> {
  if (!isObject(request) || hasMeta(request) || 'build' in request || request.model === undefined)
    return request;
  const { sealWritten } = await import('../request/seal-written.js');
  return sealWritten(request, { betas: [...betas, ...(options.betas ?? [])] });
}

/** Returns the request if this client accepts it. Repeats the compile-time check for JavaScript callers. */
function checked(request: unknown, { version }: TransportConfig, isStream: boolean): MessagesRequestBody {
  assertRequest(request);
  const problems = [...streamProblems(request, isStream), ...versionProblems(request, version)];
  if (problems.length > 0) throw new ValidationError(problems);
  return request;
}
