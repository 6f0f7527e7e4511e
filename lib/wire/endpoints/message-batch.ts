import type { ApiErrorBody } from '../api-error-body.js';
import type { MessageBody } from '../message-body.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** How many requests of a batch are in each state. All except `processing` stay 0 until the batch has ended. */
export interface BatchRequestCounts {
  readonly processing: number;
  readonly succeeded: number;
  readonly errored: number;
  readonly canceled: number;
  readonly expired: number;
}

/** A message batch. Timestamps are RFC 3339. */
export interface MessageBatchBody {
  /** For example `msgbatch_01A…`. */
  readonly id: string;
  readonly type: 'message_batch';
  readonly processing_status: OpenString<'in_progress' | 'canceling' | 'ended'>;
  readonly request_counts: BatchRequestCounts;
  readonly created_at: string;
  /** 24 hours after `created_at`. Requests that have not been processed by then expire. */
  readonly expires_at: string;
  readonly ended_at: string | null;
  readonly cancel_initiated_at: string | null;
  readonly archived_at: string | null;
  /** The URL of the results; `null` until the batch has ended. */
  readonly results_url: string | null;
}

/** The answer to the deletion of a batch. */
export interface DeletedMessageBatch {
  readonly id: string;
  readonly type: 'message_batch_deleted';
}

/**
 * The outcome of one request of a batch. A refusal by the model counts as `succeeded`, with `stop_reason: "refusal"`.
 */
export type BatchOutcome<Message = MessageBody> =
  | { readonly type: 'succeeded'; readonly message: Message }
  /** The API answered with this error. The request is not billed. */
  | { readonly type: 'errored'; readonly error: ApiErrorBody }
  | { readonly type: 'canceled' }
  /** The batch expired before this request was processed. */
  | { readonly type: 'expired' }
  | UnknownVariant;
