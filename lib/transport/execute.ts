import type { ClustError } from '../errors/clust-error.js';
import { isApiError } from '../errors/guards.js';
import { abortable } from './abortable.js';
import type { Attempt } from './attempt.js';
import type { Call } from './call.js';
import { startClocks } from './clocks.js';
import type { Issued } from './credential-function.js';
import { isStream } from './http-client.js';
import { identify } from './identify.js';
import { notify } from './notify.js';
import { prepare } from './prepare.js';
import { retryDelay } from './retry-policy.js';
import { runAttempt } from './run-attempt.js';
import type { Waiting } from './step.js';
import { toFailure } from './to-failure.js';
import type { TransportConfig } from './transport-config.js';

/** Reads a successful answer, inside its attempt: a failure here is retried as one of the request is. */
export type ReadAnswer<Result> = (response: Response, attempt: Attempt) => Promise<Result>;

/**
 * Makes a call: as many attempts as the retry policy allows, each under the clocks. Only errors of ours leave, with the
 * number of attempts on them. When the API refuses a credential that a function gave (401), the function is asked for
 * another and the call sent once more, whatever the retry policy says: nothing of it was run.
 *
 * When this settles all timers and listeners are gone, unless `read` held the attempt to go on reading.
 */
export async function execute<Result>(
  call: Call,
  config: TransportConfig,
  read: ReadAnswer<Result>,
): Promise<Result> {
  const prepared = prepare(call, config);
  const clocks = startClocks(prepared, call.signal);
  const { idle, stop } = clocks;
  const began = config.runtime.now();
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    return stop;
  };
  let step: Waiting = { ...prepared, attempts: 0, signal: clocks.nextStep(), idle, hold };
  /** What the API has refused; a call asks for another credential once. */
  let refused: Issued | undefined;
  try {
    for (;;) {
      step.signal.throwIfAborted();
      step = { ...step, attempts: step.attempts + 1 };
      try {
        // Whatever takes its time in an attempt, user code included, is under its clocks.
        const identity = await abortable(identify(prepared, refused), step.signal);
        const attempt = { ...step, ...identity };
        step = attempt;
        const answer = runAttempt(attempt, clocks.headers);
        const result = await abortable(
          answer.then((answered) => read(...answered)),
          step.signal,
        );
        if (!isHeld) stop();
        return result;
      } catch (error) {
        const failure = toFailure(error, step, 'headers');
        clocks.endStep(failure);
        step = { ...step, signal: clocks.nextStep() };
        const canAskAgain = refused === undefined && step.issued !== undefined && !isStream(step.body);
        const isStale = canAskAgain && isUnauthorized(failure, step);
        if (isStale) refused = step.issued;
        await waitForRetry(failure, step, isStale ? 0 : delayBefore(failure, step, began));
      }
    }
  } catch (error) {
    stop();
    const failure = toFailure(error, step, 'headers');
    await notify(step, ['error', () => failure.message]);
    throw failure;
  }
}

/** How long to wait before another attempt, as the policy says; `undefined` when the failure is final. */
function delayBefore(
  error: ClustError,
  { attempts, retry, runtime }: Waiting,
  began: number,
): number | undefined {
  const progress = { attempt: attempts, elapsed: runtime.now() - began, random: runtime.random };
  return retryDelay(error, retry, progress);
}

/** Waits, or throws the failure when it is final. */
async function waitForRetry(error: ClustError, step: Waiting, delay: number | undefined): Promise<void> {
  const { method, url, attempts: attempt, runtime, hooks } = step;
  if (delay === undefined) throw error;
  const line = () => `${error.message} Trying again in ${Math.round(delay)} ms.`;
  const told = notify(step, ['warn', line], () => hooks.onRetry?.({ method, url, attempt, error, delay }));
  // A hook that never settles holds neither the clocks nor the caller's abort.
  await abortable(told, step.signal);
  await runtime.sleep(delay, step.signal);
}

/** Whether a failure is one that another credential may mend. */
function isUnauthorized(failure: ClustError, { platform }: Waiting): boolean {
  return isApiError(failure) && (platform?.isUnauthorized?.(failure) ?? failure.status === 401);
}
