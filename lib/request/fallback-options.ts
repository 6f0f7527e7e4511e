import type { DefinedModel } from '../models/defined-model.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { MessagesRequest } from './messages-request.js';

/**
 * Why another model is asked:
 * - `overloaded`: the API answered 529, or a gateway 503
 * - `rate_limit`: the API answered 429, except for a spend limit, which applies to every model
 * - `timeout`: a timeout of the client was reached, or the API answered 504
 * - `refusal`: the model refused, `stop_reason: "refusal"`
 */
export type FallbackReason = 'overloaded' | 'refusal' | 'rate_limit' | 'timeout';

/** A fallback model: its id, a result of `defineModel()`, or a function that returns the request for it. */
export type FallbackModel = string | DefinedModel | ((request: MessagesRequest) => MessagesRequestBody);

/** What to do if the model of a request does not answer. */
export interface FallbackOptions {
  /**
   * The models to ask next, in order, if the model before fails for a reason in `on`, after its retries. A model gets
   * the same request with its own id; if it needs other limits or settings, use a function that returns the request for
   * it. Every request is checked with the rules of its own model before the first one is sent.
   *
   * A stream can switch to the next model until a block of the answer has started; a tool run can switch in each turn.
   * `message.http.attempts` lists the models that were asked.
   */
  readonly fallback?: readonly FallbackModel[] | undefined;
  /**
   * The reasons for which the next model is asked.
   *
   * @default ['overloaded', 'refusal', 'rate_limit', 'timeout']
   */
  readonly on?: readonly FallbackReason[] | undefined;
}
