import { requestMeta, requestMetaOf } from '../base/request-meta.js';
import type { ModelRules } from '../models/model-spec.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { MadeTool } from './made-tool.js';

/** The metadata of a request beside its body. */
export interface RequestMeta {
  /** Sent in the `anthropic-beta` header. */
  readonly betas: readonly string[];
  /** The tools with their handlers, if there are any. */
  readonly tools: readonly MadeTool[];
  /** The schema of `outputFormat()`, which reads the answer. */
  readonly output?: unknown;
  /** Whether a client sets breakpoints automatically, in this request and in those that continue from it. */
  readonly cache?: 'conversation' | undefined;
  /** The rules of its model; `undefined` for a model that this release does not know. */
  readonly spec?: ModelRules | undefined;
}

const emptyMeta: RequestMeta = /* @__PURE__ */ Object.freeze({ betas: [], tools: [] });

/**
 * Adds the metadata to a new body and freezes it. The metadata is not enumerable, so it is in no JSON, no copy and no
 * comparison.
 */
export function withMeta<Body extends MessagesRequestBody>(body: Body, given: RequestMeta): Body {
  const meta = Object.freeze(given);
  Object.defineProperty(body, requestMeta, { value: meta });
  // A field `betas` that `extraBody()` has set is sent, and is not replaced.
  if (!Object.hasOwn(body, 'betas')) Object.defineProperty(body, 'betas', { value: meta.betas });
  return Object.freeze(body);
}

/** Adds the metadata of the request that a new body continues from. A plain body has none. */
export function withMetaOf<Body extends MessagesRequestBody>(request: object, body: Body): Body {
  return hasMeta(request) ? withMeta(body, metaOf(request)) : Object.freeze(body);
}

/** Whether a request was built or parsed here, so that every rule was checked. */
export function hasMeta(request: object): boolean {
  return requestMetaOf(request) !== undefined;
}

/** The metadata of a request; empty for a body of any other origin. */
export function metaOf(request: object): RequestMeta {
  return (requestMetaOf(request) as RequestMeta | undefined) ?? emptyMeta;
}
