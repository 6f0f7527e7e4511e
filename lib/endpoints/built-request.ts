import type { state } from '../wire/typed-request.js';

/**
 * Refuses a body that no rule has looked at: one that was written by hand, or copied from a request and changed.
 *
 * The compiler alone asks: a program without types may send any body, and has the API's answer for it.
 */
export type RefuseUnbuilt<Request> = typeof state extends keyof Request
  ? never
  : 'a request comes from MessagesRequestBuilder, or from MessagesRequest.parse()';
