import { requestMeta, requestMetaOf } from '../base/request-meta.js';
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
  /** Tokens of input and output together that its model takes, where that is known. */
  readonly contextWindow?: number | null | undefined;
}

const nothing: RequestMeta = Object.freeze({ betas: [], tools: [] });

/** A new body, frozen, with what belongs to it: not enumerable, so it is in no JSON and no comparison. */
export function withMeta<Body extends MessagesRequestBody>(body: Body, belongings: RequestMeta): Body {
  return Object.freeze(Object.defineProperty(body, requestMeta, { value: Object.freeze(belongings) }));
}

/** Whether a request was built or parsed here, so that every rule has looked at it. */
export function hasMeta(request: object): boolean {
  return requestMetaOf(request) !== undefined;
}

/** What belongs to a request; nothing for a body of another origin. */
export function metaOf(request: object): RequestMeta {
  return (requestMetaOf(request) as RequestMeta | undefined) ?? nothing;
}
