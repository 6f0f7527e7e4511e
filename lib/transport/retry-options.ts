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
