import { amend } from '../errors/amend.js';
import type { ClustError } from '../errors/clust-error.js';
import { abortable } from './abortable.js';
import type { Attempt } from './attempt.js';
import { type Call, prepare } from './call.js';
import { Clocks } from './clocks.js';
import { notify } from './notify.js';
import { retryDelay } from './retry-policy.js';
import { type CallContext, runAttempt } from './run-attempt.js';
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
  const { where, redact } = prepared;
  const clocks = new Clocks(where, prepared.timeout, prepared.signals);
  const context = { prepared, clocks, config };
  const began = config.runtime.now();
  let number = 0;
  let signal = clocks.nextStep();
  try {
    for (;;) {
      signal.throwIfAborted();
      number += 1;
      const step = { where, number, signal, redact };
      try {
        // Whatever takes its time in an attempt, user code included, is under its clocks.
        const result = await abortable(
          runAttempt(context, step).then(([response, attempt]) => read(response, attempt)),
          signal,
        );
        clocks.stopUnlessHeld();
        return result;
      } catch (error) {
        const failure = toFailure(error, step, 'headers');
        clocks.endStep(failure);
        signal = clocks.nextStep();
        await waitForRetry(failure, { ...step, signal }, context, began);
      }
    }
  } catch (error) {
    clocks.stop();
    const step = { where, number, signal, redact };
    const failure = amend(toFailure(error, step, 'headers'), { attempts: number });
    await notify(step, [config.logger, 'error', () => failure.message]);
    throw failure;
  }
}

/** Waits as long as the policy says, or throws the failure when it is final. */
async function waitForRetry(
  failure: ClustError,
  step: FailedAttempt,
  { prepared, config }: CallContext,
  began: number,
): Promise<void> {
  const { runtime, hooks, logger } = config;
  const { method, url, retry } = prepared;
  const { number: attempt, signal } = step;
  const progress = { attempt, elapsed: runtime.now() - began, random: runtime.random };
  const delay = retryDelay(failure, retry, progress);
  if (delay === undefined) throw failure;
  const line = () => `${failure.message} Trying again in ${Math.round(delay)} ms.`;
  const event = { method, url, attempt, error: failure, delay };
  await notify(step, [logger, 'warn', line], hooks.onRetry, event);
  await runtime.sleep(delay, signal);
}
