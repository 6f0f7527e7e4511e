import type { BatchItem } from './batch-item.js';

/**
 * A batch that `BatchBuilder` built: deeply frozen JSON, exactly the body of `POST /v1/messages/batches`. The beta
 * headers that its requests need go with it.
 */
export interface Batch<Item extends BatchItem = BatchItem> {
  readonly requests: readonly Item[];
}
