import { wait } from '../base/abort.js';
import { MessageAccumulator } from '../stream/accumulate/message-accumulator.js';
import type { MessageBody } from '../wire/message-body.js';
import { answerOf } from './answer.js';
import { events } from './events.js';
import { isCut, isScript, isStall, type ScriptStep, type StreamScript } from './script.js';

/** A reply that is an API error. */
export interface FailureReply {
  readonly status: number;
  readonly error: { readonly type: string; readonly message: string };
  /** The wait that the reply asks for, in seconds. Sent as `retry-after-ms`. */
  readonly retryAfter?: number | undefined;
}

/**
 * The reply of a fake API: an answer, complete or streamed as the request asks; a stream written step by step; an API
 * error; a network error; any other JSON, for endpoints other than messages; or your own `Response`.
 */
export type Reply =
  | MessageBody
  | StreamScript
  | FailureReply
  | Error
  | Response
  | Readonly<Record<string, unknown>>;

/**
 * Creates an error as the API returns it.
 *
 * @example
 * ```ts
 * import { answer, failure, mockClient } from 'clust/testing';
 *
 * // The client retries the first one, as it would with the real API.
 * const client = mockClient([failure(529, 'overloaded_error'), answer('Hello!')]);
 * ```
 */
export function failure(
  status: number,
  type: string,
  options: { readonly message?: string | undefined; readonly retryAfter?: number | undefined } = {},
): FailureReply {
  const { message = `The test answers ${status}.`, retryAfter } = options;
  return { status, error: { type, message }, retryAfter };
}

/** What decides how a reply is sent. */
export interface ReplyContext {
  readonly isStream: boolean;
  /** The model of the request, if it has one. */
  readonly model: string | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** @throws {TypeError} For a value that is not a reply, such as a text or a function. */
export function assertReply(given: unknown): asserts given is Reply {
  if (typeof given === 'object' && given !== null) return;
  const type = given === null ? 'null' : typeof given;
  throw new TypeError(
    `A reply is answer(), events(), failure(), an Error, a Response or other JSON, not ${type}. To compute the reply from the request, use fakeFetch().`,
  );
}

/** Creates the response of a reply. @throws The error, if the reply is one. */
export async function toResponse(reply: Reply, context: ReplyContext): Promise<Response> {
  assertReply(reply);
  if (reply instanceof Error) throw reply;
  if (reply instanceof Response) return reply;
  if (isFailure(reply)) return errorResponse(reply, context);
  if (isMessage(reply)) {
    const body = answerOf(reply, context.model);
    return context.isStream ? streamResponse(events(body), context) : json(body, 200, context);
  }
  if (context.isStream) return streamResponse(reply, context);
  return isScript(reply) ? wholeResponse(reply, context) : json(reply, 200, context);
}

function isMessage(reply: object): reply is MessageBody {
  return Reflect.get(reply, 'type') === 'message';
}

function isFailure(reply: object): reply is FailureReply {
  return typeof Reflect.get(reply, 'status') === 'number' && 'error' in reply;
}

function json(body: object, status: number, { requestId }: ReplyContext, headers: object = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'request-id': requestId, ...headers },
  });
}

function errorResponse({ status, error, retryAfter }: FailureReply, context: ReplyContext): Response {
  const headers = retryAfter === undefined ? {} : { 'retry-after-ms': String(retryAfter * 1000) };
  return json({ type: 'error', error, request_id: context.requestId }, status, context, headers);
}

/** Plays a script to its end and sends the message as a whole, for a request that is not streamed. */
async function wholeResponse(script: StreamScript, context: ReplyContext): Promise<Response> {
  const message = new MessageAccumulator();
  for (const step of script) {
    if (isCut(step)) throw connectionBroke();
    if (isStall(step)) await wait(step.milliseconds, context.signal);
    else message.add(step as Parameters<MessageAccumulator['add']>[0]);
  }
  return json(message.body ?? {}, 200, context);
}

function streamResponse(script: Reply, { requestId, signal }: ReplyContext): Response {
  if (!isScript(script)) {
    throw new TypeError(
      'A request that is streamed is answered by answer(), by events(), or by a list of events.',
    );
  }
  const steps = script[Symbol.iterator]();
  const encoder = new TextEncoder();
  const canceled = new AbortController();
  const ended = AbortSignal.any([signal, canceled.signal]);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value: step } = steps.next();
      if (done) return controller.close();
      if (isCut(step)) return controller.error(connectionBroke());
      if (isStall(step)) await wait(step.milliseconds, ended);
      else controller.enqueue(encoder.encode(frame(step)));
    },
    // Ends the pause of a stream that was given up: its timer would keep the process running.
    cancel: () => canceled.abort(),
  });
  const headers = { 'content-type': 'text/event-stream', 'request-id': requestId };
  return new Response(body, { status: 200, headers });
}

function frame(event: ScriptStep): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The error of Node's `fetch` when the server closes the socket. */
function connectionBroke(): TypeError {
  return new TypeError('terminated', { cause: new Error('other side closed') });
}
