import type { ClustError } from '../errors/clust-error.js';
import type { RetryOptions } from './retry-options.js';

const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;

/** How far a call has come when an attempt fails. */
export interface RetryProgress {
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What the errors that leave a call tell of another try, each what it knows. */
type Failure = ClustError & {
  readonly retryable?: boolean;
  readonly phase?: string;
  readonly retryAfter?: number | undefined;
};

/** How long to wait before the next attempt, in milliseconds; `undefined` when the failure is final. */
export function retryDelay(
  { name, retryable, phase, retryAfter: asked }: Failure,
  { limit, maxRetryAfter, budget, onTimeout }: RetryOptions,
  { attempt, elapsed, random }: RetryProgress,
): number | undefined {
  // When the total time of a call is over, it is over: see `Clocks`.
  const isAllowed = name !== 'TimeoutError' || (onTimeout && phase !== 'total');
  if (!retryable || !isAllowed || attempt > limit) return undefined;
  if (asked !== undefined && asked > maxRetryAfter) return undefined;
  const delay = asked || backoff(attempt, random);
  return elapsed + delay > budget ? undefined : delay;
}

/**
 * Full jitter: anywhere from nothing to 0.5 s, 1 s, 2 s, 4 s, then 8 s, so that clients that failed together do
 * not come back together. It also stands for a `retry-after` of zero, or of a date that has passed.
 */
export function backoff(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempt - 1));
}
