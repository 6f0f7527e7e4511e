import type { ClustError } from '../errors/clust-error.js';
import { abortable } from './abortable.js';
import type { Attempt } from './attempt.js';
import { type Call, type PreparedCall, prepare } from './call.js';
import { startClocks } from './clocks.js';
import { notify } from './notify.js';
import { retryDelay } from './retry-policy.js';
import { runAttempt, type Step } from './run-attempt.js';
import { type FailedAttempt, toFailure } from './to-failure.js';
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
  const { where, redact, timeout, runtime, logger } = prepared;
  const clocks = startClocks(where, timeout, call.signal);
  const { idle, stop } = clocks;
  const began = runtime.now();
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    return stop;
  };
  let step: Step = { where, redact, number: 0, signal: clocks.nextStep(), idle, hold };
  try {
    for (;;) {
      const { signal } = step;
      signal.throwIfAborted();
      step = { ...step, number: step.number + 1 };
      try {
        // Whatever takes its time in an attempt, user code included, is under its clocks.
        const attempt = runAttempt(prepared, step, clocks.headers);
        const result = await abortable(
          attempt.then((answer) => read(...answer)),
          signal,
        );
        if (!isHeld) stop();
        return result;
      } catch (error) {
        const failure = toFailure(error, step, 'headers');
        clocks.endStep(failure);
        step = { ...step, signal: clocks.nextStep() };
        await waitForRetry(failure, step, prepared, began);
      }
    }
  } catch (error) {
    stop();
    const failure = toFailure(error, step, 'headers');
    await notify(step, [logger, 'error', () => failure.message]);
    throw failure;
  }
}

/** Waits as long as the policy says, or throws the failure when it is final. */
async function waitForRetry(
  failure: ClustError,
  step: FailedAttempt,
  { method, url, retry, runtime, hooks, logger }: PreparedCall,
  began: number,
): Promise<void> {
  const { number: attempt, signal } = step;
  const progress = { attempt, elapsed: runtime.now() - began, random: runtime.random };
  const delay = retryDelay(failure, retry, progress);
  if (delay === undefined) throw failure;
  const line = () => `${failure.message} Trying again in ${Math.round(delay)} ms.`;
  const event = { method, url, attempt, error: failure, delay };
  await notify(step, [logger, 'warn', line], hooks.onRetry, event);
  await runtime.sleep(delay, signal);
}
