import { isApiError, isClustError } from '../../errors/guards.js';
import { backoff } from '../../transport/retry.js';

/**
 * Whether a call may be sent again. A timeout is final: the API may still be working on the request, and would bill it
 * twice.
 */
export function isRetryable(error: unknown): boolean {
  return isClustError(error) && error.name !== 'TimeoutError' && Reflect.get(error, 'retryable') === true;
}

/** Whether every call has to wait, not only the one that failed. */
export function isOverload(error: unknown): boolean {
  return isApiError(error) && (error.status === 429 || error.status === 529);
}

/**
 * How long to wait, in milliseconds: as long as the API asks for, otherwise a random time that grows with the attempts.
 */
export function delayAfter(error: unknown, attempt: number): number {
  return (isApiError(error) && error.retryAfter) || backoff(attempt, Math.random);
}
