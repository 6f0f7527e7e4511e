import { amend } from '../errors/amend.js';
import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError, type ConnectionPhase } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Attempt } from './attempt.js';
import { causesOf } from './causes.js';
import { describeNetworkError } from './network-errors.js';
import type { Redact } from './redact.js';

/** The attempt that failed; before its answer there is no more of it. */
export type FailedAttempt = Pick<Attempt, 'where' | 'attempts' | 'signal' | 'redact'>;

/**
 * What leaves the library for an error of the network, of the runtime, or of a custom fetch: never the raw error,
 * which is kept as `cause`. An error of ours passes through. When the attempt was aborted, the reason of its signal
 * (a timeout, or the caller) is what happened, whatever the fetch implementation says about it.
 *
 * Every failure of a call comes by here, so this is where it learns how many requests were sent.
 */
export function toFailure(error: unknown, attempt: FailedAttempt, phase: ConnectionPhase): ClustError {
  const ours = [error, attempt.signal.reason].find(isClustError);
  return amend(ours ?? translate(error, attempt, phase), { attempts: attempt.attempts });
}

function translate(error: unknown, { where, redact }: FailedAttempt, phase: ConnectionPhase): ClustError {
  const { clock, message, ...facts } = describeNetworkError(error);
  const options = { cause: harmless(error, redact) };
  if (clock !== undefined) return new TimeoutError({ where, phase: clock, ms: undefined }, options);
  return new ConnectionError(
    `${where} failed: ${redact(message)}`,
    { phase, retryable: true, ...facts },
    options,
  );
}

/** Where the errors of HTTP libraries keep the request, headers and all, and undici's parser what it was given. */
const PRIVATE_PROPERTIES = ['request', 'options', 'config', 'response', 'data'];

/** The error as it is, unless printing it would show a key: in one of its texts, or in the request that it carries. */
function harmless(error: unknown, redact: Redact): unknown {
  const isHarmful = (link: unknown) => {
    const texts = [String(link), ...Object.getOwnPropertyNames(Object(link)).map((name) => read(link, name))];
    return (
      PRIVATE_PROPERTIES.some((property) => property in Object(link)) ||
      texts.some((text) => typeof text === 'string' && redact(text) !== text)
    );
  };
  return [error, ...causesOf(error)].some(isHarmful) ? new Error(redact(String(error))) : error;
}

function read(link: unknown, name: string): unknown {
  try {
    return Reflect.get(Object(link), name);
  } catch {
    return undefined;
  }
}
