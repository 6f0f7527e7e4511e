import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { TypedRequest } from '../../wire/typed-request.js';

/** A request of a batch: a built one, or a body in the form of the API reference. */
export type BatchRequest = MessagesRequestBody & TypedRequest;

/** One request of a batch, with the id of its result. */
export interface BatchItem<Id extends string = string, Request extends BatchRequest = BatchRequest> {
  readonly custom_id: Id;
  readonly params: Request;
}
