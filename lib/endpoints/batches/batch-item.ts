import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { TypedRequest } from '../../wire/typed-request.js';

/** A request that a batch takes: a built one, or a body as the API reference writes it. */
export type BatchRequest = MessagesRequestBody & TypedRequest;

/** One request of a batch, with the id by which its result is found again. */
export interface BatchItem<Id extends string = string, Request extends BatchRequest = BatchRequest> {
  readonly custom_id: Id;
  readonly params: Request;
}
