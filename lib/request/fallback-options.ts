import type { DefinedModel } from '../models/defined-model.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { MessagesRequest } from './messages-request.js';

/**
 * Why another model is asked:
 * - `overloaded`: the API answered 529, or a gateway 503
 * - `rate_limit`: 429, but not for a spend limit, which holds for every model
 * - `timeout`: a timeout of the client ran out, or the API answered 504
 * - `refusal`: the model refused, `stop_reason: "refusal"`
 */
export type FallbackReason = 'overloaded' | 'refusal' | 'rate_limit' | 'timeout';

/** A second model: its id, what `defineModel()` made, or a function that makes the request for it. */
export type FallbackModel = string | DefinedModel | ((request: MessagesRequest) => MessagesRequestBody);

/** What is done when the model of a request does not answer it. */
export interface FallbackOptions {
  /**
   * Who is asked next, in order, when the model before fails for a reason of `on`, after its retries. A model gets the same
   * request under its own id; where it takes other limits or settings, give a function that returns the request for it.
   * Every request is checked by the rules of its own model before the first one is sent.
   *
   * A stream asks the next model as long as no block of the answer has begun; a run of tools, at each of its turns.
   * `message.http.attempts` lists who was asked.
   */
  readonly fallback?: readonly FallbackModel[] | undefined;
  /**
   * For which reasons the next model is asked.
   *
   * @default ['overloaded', 'refusal', 'rate_limit', 'timeout']
   */
  readonly on?: readonly FallbackReason[] | undefined;
}
