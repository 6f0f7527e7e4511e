import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { ValidationError } from '../errors/validation-error.js';
import { metaOfBuilder } from '../request/builder.js';
import { type MessagesRequestBuilder, resumeBuilder } from '../request/messages-request-builder.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { SavedThread } from './thread.js';
import { fixedFieldsOf, startsWith } from './thread-link.js';
import type { ThreadPlace } from './thread-sender.js';

/** The JSON of a thread. The link to the API's thread is left out if the next request does not continue it. */
export function savedThread(builder: MessagesRequestBuilder, { link, container }: ThreadPlace): SavedThread {
  const request = builder.toJSON() as MessagesRequestBody;
  const isNext =
    link !== undefined &&
    link.fixed === fixedFieldsOf(request) &&
    startsWith(request.messages, link.messages);
  return {
    format: 'clust.thread',
    version: 1,
    request,
    betas: metaOfBuilder(builder).betas,
    link: isNext
      ? { previous_message_id: link.id, messages: link.messages.length, betas: link.betas, container }
      : null,
  };
}

/** @throws {ValidationError} If the JSON is not a stored thread, or its requests break a rule. */
export function readThread(
  json: unknown,
  from: MessagesRequestBuilder | undefined,
): { readonly builder: MessagesRequestBuilder; readonly place: ThreadPlace } {
  const saved = typeof json === 'string' ? parseJson(json) : json;
  if (!isObject(saved) || saved.format !== 'clust.thread')
    return refuse('format', 'this is not a thread: give a builder, a request, or JSON.stringify(thread)');
  if (saved.version !== 1)
    return refuse('version', `this release reads version 1, not ${String(saved.version)}: update clust`);
  const { request, betas, link } = saved;
  if (!isObject(request) || !Array.isArray(betas))
    return refuse('request', 'a stored thread has a request and its betas');
  // The rules check both below.
  const body = request as unknown as MessagesRequestBody;
  const { messages = [] } = body;
  const builder = from?.messages(messages) ?? resumeBuilder(body, { betas: betas.map(String), tools: [] });
  assertSent(builder, messages);
  if (!isObject(link)) return { builder, place: { link: undefined, container: undefined } };
  return {
    builder,
    place: {
      container: typeof link.container === 'string' ? link.container : undefined,
      link: {
        id: String(link.previous_message_id),
        messages: messages.slice(0, Number(link.messages)),
        betas: Array.isArray(link.betas) ? link.betas.map(String) : [],
        fixed: fixedFieldsOf(body),
      },
    },
  };
}

/** Checks the request that was sent last: everything up to the last user turn. */
function assertSent(builder: MessagesRequestBuilder, messages: readonly MessageParam[]): void {
  if (!Array.isArray(messages)) refuse('request.messages', 'the messages of a stored thread are a list');
  const sent = messages.findLastIndex((message) => message?.role === 'user');
  const problems = sent < 0 ? [] : builder.messages(messages.slice(0, sent + 1)).problems();
  if (problems.length > 0) throw new ValidationError(problems);
}

function refuse(path: string, message: string): never {
  throw new ValidationError([{ path, rule: 'thread-format', message }]);
}
