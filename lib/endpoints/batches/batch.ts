import type { BatchItem } from './batch-item.js';

/**
 * A batch from `BatchBuilder`: deeply frozen JSON, exactly the body of `POST /v1/messages/batches`. clust sends the
 * beta headers that its requests need.
 */
export interface Batch<Item extends BatchItem = BatchItem> {
  readonly requests: readonly Item[];
}
