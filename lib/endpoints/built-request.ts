import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { state, TypedRequest } from '../wire/typed-request.js';

/**
 * Refuses a body that no rule has looked at: one that was written by hand, or copied from a request and changed.
 *
 * The compiler alone asks: a program without types may send any body, and has the API's answer for it.
 */
export type RefusedUnbuilt<Request> = [Request] extends [Builder]
  ? RefusedBuilder<Request>
  : typeof state extends keyof Request
    ? never
    : 'a request comes from MessagesRequestBuilder, or from MessagesRequest.parse()';

/** Refuses a builder. */
export type RefusedBuilder<Request> = [Request] extends [Builder] ? typeof notARequest : never;

/** What is said of a builder, and of everything else that is no request. */
export const notARequest = 'a request is an object with a model: end its builder with build()';

/** What the methods of a client look at: a request, or a builder, to be told that it is none. */
export type Sendable = (MessagesRequestBody & TypedRequest) | Builder;

/** What tells a builder from a request. */
interface Builder {
  readonly build: unknown;
  readonly extraBody: unknown;
}
