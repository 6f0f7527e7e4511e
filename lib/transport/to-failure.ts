import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError, type ConnectionPhase } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Attempt } from './attempt.js';
import { causesOf } from './causes.js';
import { describeNetworkError } from './network-errors.js';
import type { Redact } from './redact.js';

/** The attempt that failed; before its answer there is no more of it. */
export type FailedAttempt = Pick<Attempt, 'where' | 'number' | 'signal' | 'redact'>;

/**
 * What leaves the library for an error of the network, of the runtime, or of a custom fetch: never the raw error,
 * which is kept as `cause`. An error of ours passes through. When the attempt was aborted, the reason of its signal
 * (a timeout, or the caller) is what happened, whatever the fetch implementation says about it.
 */
export function toFailure(
  error: unknown,
  { where, number: attempts, signal, redact }: FailedAttempt,
  phase: Exclude<ConnectionPhase, 'connect'>,
): ClustError {
  if (isClustError(error)) return error;
  if (isClustError(signal.reason)) return signal.reason;
  const { message, clock, connected, retryable } = describeNetworkError(error);
  const options = { cause: harmless(error, redact) };
  if (clock !== undefined) return new TimeoutError({ where, phase: clock, ms: undefined, attempts }, options);
  const facts = { phase: connected ? phase : 'connect', retryable, attempts } as const;
  return new ConnectionError(`${where} failed: ${redact(message)}`, facts, options);
}

/** Where the errors of HTTP libraries keep the request, headers and all. */
const REQUEST_PROPERTIES = ['request', 'options', 'config', 'response'];

/** The error as it is, unless printing it would show a key: in its text, or in the request that it carries. */
function harmless(error: unknown, redact: Redact): unknown {
  const chain = causesOf(error);
  const namesKey = (link: unknown) => redact(String(link)) !== String(link);
  const carriesRequest = (link: object) => REQUEST_PROPERTIES.some((property) => property in link);
  const isHarmless = ![error, ...chain].some(namesKey) && !chain.some(carriesRequest);
  return isHarmless ? error : new Error(redact(String(error)));
}
