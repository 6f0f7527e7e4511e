import type { ClustError } from '../errors/clust-error.js';
import { type Overrides, overrideNumbers } from './override.js';

/** When a failed attempt is repeated. Times are in milliseconds. */
export interface RetryOptions {
  /** How many times a call is retried, at most. Default: 2. */
  readonly limit: number;
  /** The longest wait that the API may ask for. If it asks for more, the call fails at once. Default: 60,000. */
  readonly maxRetryAfter: number;
  /** No retry starts later than this after the call began. Default: no limit. */
  readonly budget: number;
  /**
   * Whether a request that timed out is sent again. Default: false, since the API may still be working on the first
   * one, and would bill both.
   */
  readonly onTimeout: boolean;
}

export const DEFAULT_RETRY: RetryOptions = {
  limit: 2,
  maxRetryAfter: 60_000,
  budget: Number.POSITIVE_INFINITY,
  onTimeout: false,
};

/** @throws {ValidationError} For a negative number. */
export function retryOptionsOf(
  overrides: Overrides<RetryOptions> | undefined,
  base: RetryOptions,
): RetryOptions {
  return overrideNumbers('retry', 0, base, overrides);
}

const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;

/** The state of a call when an attempt fails. */
export interface RetryProgress {
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
  /** Returns a number from 0 up to 1, 1 excluded. */
  readonly random: () => number;
}

/** The fields of clust's errors that decide about a retry. */
type Failure = ClustError & {
  readonly retryable?: boolean;
  readonly phase?: string;
  readonly retryAfter?: number | undefined;
};

/** The wait before the next attempt, in milliseconds; `undefined` if the failure is final. */
export function retryDelay(
  { name, retryable, phase, retryAfter: asked }: Failure,
  { limit, maxRetryAfter, budget, onTimeout }: RetryOptions,
  { attempt, elapsed, random }: RetryProgress,
): number | undefined {
  // After the total timeout there is no retry, see `Clocks`.
  const isAllowed = name !== 'TimeoutError' || (onTimeout && phase !== 'total');
  if (!retryable || !isAllowed || attempt > limit) return undefined;
  if (asked !== undefined && asked > maxRetryAfter) return undefined;
  const delay = asked || backoff(attempt, random);
  return elapsed + delay > budget ? undefined : delay;
}

/**
 * Full jitter: a random wait of up to 0.5 s, 1 s, 2 s, 4 s, then 8 s, so that clients that failed together do not retry
 * together. It also replaces a `retry-after` of zero, or of a date in the past.
 */
export function backoff(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempt - 1));
}

const NUMBER = /^\d+(\.\d+)?$/;
// `Date.parse` accepts nearly anything ("-5" is a day in May), so the weekday of an HTTP date is required.
const HTTP_DATE = /^[a-z]{3,9},? .*\d\d:\d\d/i;

/**
 * How long the API asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date. A date
 * in the past is zero; a malformed value counts as absent.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? '';
  if (NUMBER.test(milliseconds)) return Number(milliseconds);
  const value = headers.get('retry-after') ?? '';
  if (NUMBER.test(value)) return Number(value) * 1000;
  const wait = HTTP_DATE.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** The value of `x-should-retry`, which outranks the status. */
export function shouldRetryOf(headers: Headers): boolean | undefined {
  const value = headers.get('x-should-retry');
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
