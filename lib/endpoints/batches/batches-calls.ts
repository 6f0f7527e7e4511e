import type { CallOptions } from '../../transport/call.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { DeletedMessageBatch, MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import { callObject } from '../call-json.js';
import { pageList } from '../pages.js';
import { batchResults } from './batch-results.js';
import type { Batches } from './batches.js';
import { createBatch } from './create-batch.js';
import { BATCHES, type BatchReference, callBatch, pathOf, retrieveBatch } from './retrieve-batch.js';
import { waitForBatch } from './wait-for-batch.js';

/** The implementation of `client.batches`. */
export function batchesCalls(config: TransportConfig): Batches {
  const calls = {
    create: (batch: Parameters<Batches['create']>[0], options?: CallOptions) =>
      createBatch(config, batch, options),
    retrieve: (batch: BatchReference, options?: CallOptions) => retrieveBatch(config, batch, options),
    list({ limit, after_id, before_id, ...options }: NonNullable<Parameters<Batches['list']>[0]> = {}) {
      const query = { limit, after_id, before_id };
      return pageList<MessageBatchBody>(config, { ...options, method: 'GET', path: BATCHES, query });
    },
    cancel: async (batch: BatchReference, options?: CallOptions) =>
      callBatch(config, batch, { ...options, method: 'POST', path: `${pathOf(batch)}/cancel` }),
    delete: async (batch: BatchReference, options?: CallOptions) =>
      callObject<DeletedMessageBatch>(
        config,
        { ...options, method: 'DELETE', path: pathOf(batch) },
        'a deleted batch',
      ),
    wait: (batch: BatchReference, options?: Parameters<Batches['wait']>[1]) =>
      waitForBatch(config, batch, options),
    results: (batch: BatchReference, options?: Parameters<Batches['results']>[1]) => ({
      [Symbol.asyncIterator]: () => batchResults(config, batch, options),
    }),
  };
  // The types of a batch's requests exist only for the compiler.
  return calls as unknown as Batches;
}
