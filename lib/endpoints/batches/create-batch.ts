import { ValidationError } from '../../errors/validation-error.js';
import type { CallOptions } from '../../transport/call.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import { callObject } from '../call-json.js';
import { betasOf } from '../request-betas.js';
import type { Batch } from './batch.js';
import type { BatchItem } from './batch-item.js';
import { asksForMore, LARGE_OUTPUT_BETA } from './batch-output.js';
import { keepOutputs, readOutputsOf } from './batch-outputs.js';
import { batchProblems } from './batch-problems.js';
import type { MessageBatch } from './message-batch.js';

/** The maximum size of the endpoint's body, in bytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/** `POST /v1/messages/batches`. */
export async function createBatch(
  config: TransportConfig,
  batch: Batch | Iterable<BatchItem> | AsyncIterable<BatchItem>,
  options: CallOptions = {},
): Promise<MessageBatch> {
  const items = await collect(batch);
  const problems = batchProblems(items, config.version);
  if (problems.length > 0) throw new ValidationError(problems);
  const call = {
    ...options,
    method: 'POST',
    path: '/v1/messages/batches',
    body: serialized(items),
    contentType: 'application/json',
    betas: betasOfAll(items, options.betas),
  };
  const created = await callObject<MessageBatchBody>(config, call, 'a batch');
  keepOutputs(created, readOutputsOf(items));
  return created;
}

async function collect(
  batch: Batch | Iterable<BatchItem> | AsyncIterable<BatchItem>,
): Promise<readonly BatchItem[]> {
  if ('requests' in Object(batch)) return (batch as Batch).requests;
  const items: BatchItem[] = [];
  for await (const item of batch as AsyncIterable<BatchItem>) items.push(item);
  return items;
}

/** The headers of a batch apply to all its requests, so they contain the betas of all. */
function betasOfAll(items: readonly BatchItem[], more: readonly string[] = []): readonly string[] {
  const betas = new Set(more);
  for (const { params } of items) {
    for (const beta of betasOf(params, more)) betas.add(beta);
    if (asksForMore(params)) betas.add(LARGE_OUTPUT_BETA);
  }
  return [...betas];
}

/** @throws {ValidationError} If the body is larger than the endpoint accepts. */
function serialized(requests: readonly BatchItem[]): string {
  const text = JSON.stringify({ requests });
  // A character takes one to three bytes, so most texts need not be measured.
  const isSure = text.length > MAX_BYTES || text.length * 3 <= MAX_BYTES;
  const bytes = isSure ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= MAX_BYTES) return text;
  const message = `a batch has at most 256 MB, not ${Math.ceil(bytes / 1024 / 1024)}: send several`;
  throw new ValidationError([{ path: 'requests', rule: 'batch-size', message }]);
}
