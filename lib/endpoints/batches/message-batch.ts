import type { MessageResponse } from '../../content/message-response.js';
import type { BatchOutcome, MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import type { HasHttp } from '../../wire/http.js';
import type { BatchItem } from './batch-item.js';

declare const items: unique symbol;

/** A batch on the server. `Item` is the type of its requests, for the compiler only. */
export interface MessageBatch<Item extends BatchItem = BatchItem> extends MessageBatchBody, HasHttp {
  readonly [items]?: Item;
}

/**
 * The result of one request of a batch. If the type of the request with its `custom_id` is known, so is that of the
 * result.
 */
export type BatchResult<Item extends BatchItem = BatchItem> =
  Item extends BatchItem<infer Id, infer Request>
    ? { readonly custom_id: Id; readonly result: BatchOutcome<MessageResponse<Request>> }
    : never;
