import type { ReadOutput } from '../../content/read-json-output.js';
import { readOutputOf } from '../../content/read-output.js';
import type { BatchItem } from './batch-item.js';

/** How to read the structured outputs of a batch, by `custom_id`. */
export type ReadOutputs = ReadonlyMap<string, ReadOutput>;

/** The readers of each batch. They are not on the batch, which equals its JSON. */
const known = new WeakMap<object, ReadOutputs>();

const none: ReadOutputs = new Map();

/** The readers of these requests' outputs. */
export function readOutputsOf(items: readonly BatchItem[]): ReadOutputs {
  const outputs = new Map<string, ReadOutput>();
  for (const { custom_id, params } of items) {
    const read = readOutputOf(params);
    if (read !== undefined) outputs.set(custom_id, read);
  }
  return outputs;
}

/** Stores the readers of a batch that this process created. */
export function keepOutputs(batch: object, outputs: ReadOutputs): void {
  if (outputs.size > 0) known.set(batch, outputs);
}

/** Copies the readers to a later state of the same batch. */
export function readOutputsLike(earlier: unknown, batch: object): void {
  keepOutputs(batch, outputsOf(earlier));
}

/** The readers of a batch; empty for an id. */
export function outputsOf(batch: unknown): ReadOutputs {
  return (typeof batch === 'object' && batch !== null && known.get(batch)) || none;
}
