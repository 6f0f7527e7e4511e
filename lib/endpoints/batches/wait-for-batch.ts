import { AbortedError } from '../../errors/aborted-error.js';
import { isClustError } from '../../errors/guards.js';
import { addressOf } from '../../transport/prepare.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { WaitOptions } from './batches.js';
import type { MessageBatch } from './message-batch.js';
import { type BatchReference, pathOf, retrieveBatch } from './retrieve-batch.js';

/** Milliseconds between the first two looks, and the most between any two. */
const FIRST = 2_000;
const LONGEST = 60_000;
const GROWTH = 1.5;

/** How many looks may fail in a row, each after retries of its own. */
const PATIENCE = 10;

/** Looks at a batch again and again until it has ended. */
export async function waitForBatch(
  config: TransportConfig,
  batch: BatchReference,
  { poll, onProgress, ...options }: WaitOptions = {},
): Promise<MessageBatch> {
  let failures = 0;
  for (let pause = poll ?? FIRST; ; pause = poll ?? Math.min(pause * GROWTH, LONGEST)) {
    const now = await retrieveBatch(config, batch, options).catch((error: unknown) => {
      failures += 1;
      if (!mayPass(error) || failures === PATIENCE) throw error;
    });
    if (now !== undefined) {
      failures = 0;
      onProgress?.(now.request_counts, now);
      if (now.processing_status === 'ended') return now;
    }
    await sleep(pause, batch, config, options.signal);
  }
}

/** Whether a failure says nothing of the batch: a lost connection, an overloaded API, a look that took too long. */
function mayPass(error: unknown): boolean {
  if (!isClustError(error)) return false;
  return error.name === 'TimeoutError' || ('retryable' in error && error.retryable === true);
}

async function sleep(
  milliseconds: number,
  batch: BatchReference,
  config: TransportConfig,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await config.runtime.sleep(milliseconds, signal ?? new AbortController().signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new AbortedError(`Waiting for ${addressOf(config).origin}${pathOf(batch)}`, {
      cause: signal.reason,
    });
  }
}
