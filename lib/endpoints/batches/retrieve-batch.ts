import type { Call, CallOptions } from '../../transport/call.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import { callObject } from '../call-json.js';
import { pathSegment } from '../path-segment.js';
import { readOutputsLike } from './batch-outputs.js';
import type { MessageBatch } from './message-batch.js';

export const BATCHES = '/v1/messages/batches';

/** A batch, or its id. */
export type BatchReference = string | MessageBatchBody;

/** `GET /v1/messages/batches/{id}`. */
export async function retrieveBatch(
  config: TransportConfig,
  batch: BatchReference,
  options?: CallOptions,
): Promise<MessageBatch> {
  return callBatch(config, batch, { ...options, method: 'GET', path: pathOf(batch) });
}

/** Makes a call that returns the batch, and copies what is known about its requests to the result. */
export async function callBatch(
  config: TransportConfig,
  batch: BatchReference,
  call: Call,
): Promise<MessageBatch> {
  const answer = await callObject<MessageBatchBody>(config, call, 'a batch');
  readOutputsLike(batch, answer);
  return answer;
}

/** The path of a batch. */
export function pathOf(batch: BatchReference): string {
  return `${BATCHES}/${pathSegment(typeof batch === 'string' ? batch : batch?.id, 'a batch')}`;
}
