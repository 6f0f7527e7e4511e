import { AbortedError } from '../../errors/aborted-error.js';
import { isClustError } from '../../errors/guards.js';
import { addressOf } from '../../transport/prepare.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { WaitOptions } from './batches.js';
import type { MessageBatch } from './message-batch.js';
import { type BatchReference, pathOf, retrieveBatch } from './retrieve-batch.js';

/** The time between the first two requests, and the longest time between two, in milliseconds. */
const FIRST = 2_000;
const LONGEST = 60_000;
const GROWTH = 1.5;

/** How many requests may fail in a row, each after its own retries. */
const MAX_FAILURES = 10;

/** Retrieves a batch repeatedly until it has ended. */
export async function waitForBatch(
  config: TransportConfig,
  batch: BatchReference,
  { poll, onProgress, ...options }: WaitOptions = {},
): Promise<MessageBatch> {
  let failures = 0;
  for (let pause = poll ?? FIRST; ; pause = poll ?? Math.min(pause * GROWTH, LONGEST)) {
    const now = await retrieveBatch(config, batch, options).catch((error: unknown) => {
      failures += 1;
      if (!isTransient(error) || failures === MAX_FAILURES) throw error;
    });
    if (now !== undefined) {
      failures = 0;
      onProgress?.(now.request_counts, now);
      if (now.processing_status === 'ended') return now;
    }
    await sleep(pause, batch, config, options.signal);
  }
}

/** Whether a failure is unrelated to the batch: a lost connection, an overloaded API, a timeout. */
function isTransient(error: unknown): boolean {
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
