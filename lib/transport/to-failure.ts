import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError, type ConnectionPhase } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Attempt } from './attempt.js';
import { describeNetworkError } from './network-errors.js';
import { redact } from './redact.js';

/** The attempt that failed; before its answer there is no more of it. */
export type FailedAttempt = Pick<Attempt, 'where' | 'number' | 'signal'>;

/**
 * What leaves the library for an error of the network, of the runtime, or of a custom fetch: never the raw error,
 * which is kept as `cause`. An error of ours passes through. When the attempt was aborted, the reason of its signal
 * (a timeout, or the caller) is what happened, whatever the fetch implementation says about it.
 */
export function toFailure(
  error: unknown,
  { where, number: attempts, signal }: FailedAttempt,
  phase: Exclude<ConnectionPhase, 'connect'>,
): ClustError {
  if (isClustError(error)) return error;
  if (isClustError(signal.reason)) return signal.reason;
  const { message, clock, connected, retryable } = describeNetworkError(error);
  const options = { cause: harmless(error) };
  if (clock !== undefined) return new TimeoutError({ where, phase: clock, ms: undefined, attempts }, options);
  const facts = { phase: connected ? phase : 'connect', retryable, attempts } as const;
  return new ConnectionError(`${where} failed: ${redact(message)}`, facts, options);
}

/** An error that carries its request, as those of HTTP libraries do, would show the key when it is printed. */
function harmless(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const carriesRequest = ['request', 'options', 'config', 'response'].some((key) => key in error);
  return carriesRequest ? new Error(redact(String(error))) : error;
}
