import type { ClustError } from '../errors/clust-error.js';
import { type Overrides, overrideNumbers } from './override.js';

/** When a failed attempt is made again. Times are in milliseconds. */
export interface RetryOptions {
  /** How many times a call is sent again, at most. Default: 2. */
  readonly limit: number;
  /** The longest wait that the API may ask for; when it asks for more, the error comes at once. Default: 60,000. */
  readonly maxRetryAfter: number;
  /** No retry starts later than this after the call began. Default: no limit. */
  readonly budget: number;
  /**
   * Whether a request whose timeout ran out is sent again. Default: false, since the API may be at work on the first
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

const NUMBER = /^\d+(\.\d+)?$/;
// `Date.parse` takes nearly anything ("-5" is a day in May): insist on the weekday of an HTTP date.
const HTTP_DATE = /^[a-z]{3,9},? .*\d\d:\d\d/i;

/**
 * How long the API asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date.
 * A date that has passed is zero; a malformed value counts as absent.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? '';
  if (NUMBER.test(milliseconds)) return Number(milliseconds);
  const value = headers.get('retry-after') ?? '';
  if (NUMBER.test(value)) return Number(value) * 1000;
  const wait = HTTP_DATE.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** What `x-should-retry` says; it outranks the status. */
export function shouldRetryOf(headers: Headers): boolean | undefined {
  const value = headers.get('x-should-retry');
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
