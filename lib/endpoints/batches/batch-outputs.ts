import type { ReadOutput } from '../../content/read-json-output.js';
import { readOutputOf } from '../../content/read-output.js';
import type { BatchItem } from './batch-item.js';

/** What reads the answers of a batch whose requests ask for a format, by `custom_id`. */
export type ReadOutputs = ReadonlyMap<string, ReadOutput>;

/** Beside the batches, which are their JSON. */
const known = new WeakMap<object, ReadOutputs>();

const none: ReadOutputs = new Map();

/** What reads the answers to these requests. */
export function readOutputsOf(items: readonly BatchItem[]): ReadOutputs {
  const outputs = new Map<string, ReadOutput>();
  for (const { custom_id, params } of items) {
    const read = readOutputOf(params);
    if (read !== undefined) outputs.set(custom_id, read);
  }
  return outputs;
}

/** Remembers what reads the answers of a batch that was created here. */
export function keepOutputs(batch: object, outputs: ReadOutputs): void {
  if (outputs.size > 0) known.set(batch, outputs);
}

/** Remembers that a batch is another one at a later time. */
export function readOutputsLike(earlier: unknown, batch: object): void {
  keepOutputs(batch, outputsOf(earlier));
}

/** What is remembered of a batch; nothing for an id. */
export function outputsOf(batch: unknown): ReadOutputs {
  return (typeof batch === 'object' && batch !== null && known.get(batch)) || none;
}
