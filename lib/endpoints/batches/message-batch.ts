import type { MessageResponse } from '../../content/message-response.js';
import type { BatchOutcome, MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import type { HasHttp } from '../../wire/http.js';
import type { BatchItem } from './batch-item.js';

declare const items: unique symbol;

/** A batch on the server. `Item` says, to the compiler only, what requests it has. */
export interface MessageBatch<Item extends BatchItem = BatchItem> extends MessageBatchBody, HasHttp {
  readonly [items]?: Item;
}

/** The result of one request of a batch, typed by the request of its `custom_id` where that is known. */
export type BatchResult<Item extends BatchItem = BatchItem> =
  Item extends BatchItem<infer Id, infer Request>
    ? { readonly custom_id: Id; readonly result: BatchOutcome<MessageResponse<Request>> }
    : never;
