import type { ApiErrorBody } from '../api-error-body.js';
import type { MessageBody } from '../message-body.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** How many requests of a batch are in which state. All but `processing` stay 0 until the batch has ended. */
export interface BatchRequestCounts {
  readonly processing: number;
  readonly succeeded: number;
  readonly errored: number;
  readonly canceled: number;
  readonly expired: number;
}

/** A message batch as the API describes it. Timestamps are RFC 3339. */
export interface MessageBatchBody {
  /** Such as `msgbatch_01A…`. */
  readonly id: string;
  readonly type: 'message_batch';
  readonly processing_status: OpenString<'in_progress' | 'canceling' | 'ended'>;
  readonly request_counts: BatchRequestCounts;
  readonly created_at: string;
  /** 24 hours after `created_at`: requests that are not done by then expire. */
  readonly expires_at: string;
  readonly ended_at: string | null;
  readonly cancel_initiated_at: string | null;
  readonly archived_at: string | null;
  /** Where the results are; `null` until the batch has ended. */
  readonly results_url: string | null;
}

/** The answer to the deletion of a batch. */
export interface DeletedMessageBatch {
  readonly id: string;
  readonly type: 'message_batch_deleted';
}

/** What became of one request of a batch. A refusal of the model is `succeeded`, with `stop_reason: "refusal"`. */
export type BatchOutcome<Message = MessageBody> =
  | { readonly type: 'succeeded'; readonly message: Message }
  /** The API answered with this error; the request is not billed. */
  | { readonly type: 'errored'; readonly error: ApiErrorBody }
  | { readonly type: 'canceled' }
  /** The batch ran out of time before this request was processed. */
  | { readonly type: 'expired' }
  | UnknownVariant;
