import type { ClustError } from '../errors/clust-error.js';
import { abortable } from './abortable.js';
import type { Attempt } from './attempt.js';
import type { Call } from './call.js';
import { startClocks } from './clocks.js';
import { notify } from './notify.js';
import { prepare } from './prepare.js';
import { retryDelay } from './retry-policy.js';
import { runAttempt } from './run-attempt.js';
import type { Step } from './step.js';
import { toFailure } from './to-failure.js';
import type { TransportConfig } from './transport-config.js';

/** Reads a successful answer, inside its attempt: a failure here is retried as one of the request is. */
export type ReadAnswer<Result> = (response: Response, attempt: Attempt) => Promise<Result>;

/**
 * Makes a call: as many attempts as the retry policy allows, each under the clocks. Only errors of ours leave, with the
 * number of attempts on them.
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
  let step: Step = { ...prepared, attempts: 0, signal: clocks.nextStep(), idle, hold };
  try {
    for (;;) {
      step.signal.throwIfAborted();
      step = { ...step, attempts: step.attempts + 1 };
      try {
        // Whatever takes its time in an attempt, user code included, is under its clocks.
        const answer = runAttempt(step, clocks.headers);
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
        await waitForRetry(failure, step, began);
      }
    }
  } catch (error) {
    stop();
    const failure = toFailure(error, step, 'headers');
    await notify(step, ['error', () => failure.message]);
    throw failure;
  }
}

/** Waits as long as the policy says, or throws the failure when it is final. */
async function waitForRetry(error: ClustError, step: Step, began: number): Promise<void> {
  const { method, url, attempts: attempt, retry, runtime, hooks } = step;
  const progress = { attempt, elapsed: runtime.now() - began, random: runtime.random };
  const delay = retryDelay(error, retry, progress);
  if (delay === undefined) throw error;
  const line = () => `${error.message} Trying again in ${Math.round(delay)} ms.`;
  await notify(step, ['warn', line], () => hooks.onRetry?.({ method, url, attempt, error, delay }));
  await runtime.sleep(delay, step.signal);
}
