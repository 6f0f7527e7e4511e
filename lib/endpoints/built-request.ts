import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { state, TypedRequest } from '../wire/typed-request.js';

/**
 * Refuses a body that no rule has looked at: one that was written by hand, or copied from a request and changed.
 *
 * The compiler alone asks: a program without types may send any body, and has the API's answer for it.
 */
export type RefuseUnbuilt<Request> = [Request] extends [Unbuilt]
  ? RefuseBuilder<Request>
  : typeof state extends keyof Request
    ? never
    : 'a request comes from MessagesRequestBuilder, or from MessagesRequest.parse()';

/** Refuses a builder. */
export type RefuseBuilder<Request> = [Request] extends [Unbuilt] ? typeof unbuilt : never;

/** What is said of a builder, and of everything else that is no request. */
export const unbuilt = 'a request is an object with a model: end its builder with build()';

/** What the methods of a client look at: a request, or a builder, to be told that it is none. */
export type Sendable = (MessagesRequestBody & TypedRequest) | Unbuilt;

interface Unbuilt {
  readonly build: unknown;
  readonly extraBody: unknown;
}
