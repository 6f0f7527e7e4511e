import { requestMeta, requestMetaOf } from '../base/request-meta.js';
import type { ModelRules } from '../models/model-spec.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { MadeTool } from './made-tool.js';

/** What a request carries beside its body. */
export interface RequestMeta {
  /** Sent in the `anthropic-beta` header. */
  readonly betas: readonly string[];
  /** The tools with their handlers, where it was given any. */
  readonly tools: readonly MadeTool[];
  /** The schema that `outputFormat()` was given: it reads the answer. */
  readonly output?: unknown;
  /** Where a client puts breakpoints by itself, in this request and in those that go on from it. */
  readonly cache?: 'conversation' | undefined;
  /** What its model takes; `undefined` for a model that this release does not know. */
  readonly spec?: ModelRules | undefined;
}

const nothing: RequestMeta = Object.freeze({ betas: [], tools: [] });

/** A new body, frozen, with what belongs to it: not enumerable, so it is in no JSON, no copy and no comparison. */
export function withMeta<Body extends MessagesRequestBody>(body: Body, given: RequestMeta): Body {
  const meta = Object.freeze(given);
  Object.defineProperty(body, requestMeta, { value: meta });
  // A field that `extraBody()` has set is sent, and stays.
  if (!Object.hasOwn(body, 'betas')) Object.defineProperty(body, 'betas', { value: meta.betas });
  return Object.freeze(body);
}

/** A new body, frozen, with what belongs to the request that it goes on from; of a body, which has nothing, a body. */
export function withMetaOf<Body extends MessagesRequestBody>(request: object, body: Body): Body {
  return hasMeta(request) ? withMeta(body, metaOf(request)) : Object.freeze(body);
}

/** Whether a request was built or parsed here, so that every rule has looked at it. */
export function hasMeta(request: object): boolean {
  return requestMetaOf(request) !== undefined;
}

/** What belongs to a request; nothing for a body of another origin. */
export function metaOf(request: object): RequestMeta {
  return (requestMetaOf(request) as RequestMeta | undefined) ?? nothing;
}
