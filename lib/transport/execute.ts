import { raceAbort } from '../base/abort.js';
import type { ClustError } from '../errors/clust-error.js';
import { isApiError } from '../errors/guards.js';
import { apiErrorFromResponse, refuseRedirect } from './api-errors.js';
import type { Attempt, Step, Waiting } from './attempt.js';
import type { Call } from './call.js';
import { type Clock, startClocks } from './clocks.js';
import { identify, takesCredential } from './credential.js';
import type { Issued } from './credential-function.js';
import { toFailure } from './failures.js';
import { describeRequest, notify, runUserCode } from './hooks.js';
import { isStream } from './http-client.js';
import { httpInfoOf } from './http-info.js';
import { compose, type HttpRequest } from './middleware.js';
import { prepare } from './prepare.js';
import { retryDelay } from './retry.js';
import { send } from './send.js';
import type { TransportConfig } from './transport-config.js';

/** Reads a successful answer within its attempt: if it fails, the attempt is retried as if the request had failed. */
export type ReadAnswer<Result> = (response: Response, attempt: Attempt) => Promise<Result>;

/**
 * Makes a call: as many attempts as the retry policy allows, each with its timeouts. It throws only errors of clust,
 * with the number of attempts. If the API refuses (401) a credential that a function returned, the function is called
 * again and the call is sent once more, whatever the retry policy says: the API has not run it.
 *
 * When the promise settles, all timers and listeners are gone, unless `read` held the attempt to continue reading.
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
  /** The refused credential. A call requests another one only once. */
  let refused: Issued | undefined;
  try {
    for (;;) {
      step.signal.throwIfAborted();
      step = { ...step, attempts: step.attempts + 1 };
      try {
        // The timeouts cover the whole attempt, including user code.
        const identity = await raceAbort(step.signal, () => identify(prepared, refused));
        const attempt = { ...step, ...identity };
        step = attempt;
        const result = await raceAbort(step.signal, async () =>
          read(...(await runAttempt(attempt, clocks.headers))),
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

/** The wait before the next attempt, in milliseconds; `undefined` if the failure is final. */
function delayBefore(
  error: ClustError,
  { attempts, retry, runtime }: Waiting,
  began: number,
): number | undefined {
  const progress = { attempt: attempts, elapsed: runtime.now() - began, random: runtime.random };
  return retryDelay(error, retry, progress);
}

/** Waits, or throws the error if it is final. */
async function waitForRetry(error: ClustError, step: Waiting, delay: number | undefined): Promise<void> {
  const { method, url, attempts: attempt, runtime, hooks } = step;
  if (delay === undefined) throw error;
  const line = () => `${error.message} Trying again in ${Math.round(delay)} ms.`;
  const announceRetry = () =>
    notify(step, ['warn', line], () => hooks.onRetry?.({ method, url, attempt, error, delay }));
  // A hook that never settles must not block the timeouts or the caller's abort.
  await raceAbort(step.signal, announceRetry);
  await runtime.sleep(delay, step.signal);
}

/** Whether another credential may succeed. */
function isUnauthorized(failure: ClustError, { platform }: Waiting): boolean {
  return isApiError(failure) && (platform?.isUnauthorized?.(failure) ?? failure.status === 401);
}

/** Sends a request once, and returns its answer if it is a success; throws otherwise. */
async function runAttempt(step: Step, clock: Clock): Promise<readonly [Response, Attempt]> {
  const { method, url, body, signal, where, hooks, runtime } = step;
  const event = { method, url, attempt: step.attempts };
  const request = { ...event, body, signal, headers: new Headers(step.headers) };

  await notify(step, ['debug', () => describeRequest(request)], () => hooks.onRequest?.(event));
  const began = runtime.now();
  clock.start();
  const response = await sendThroughAll(request, step);
  clock.rest();

  const http = httpInfoOf(response, runtime.now(), step.platform);
  const milliseconds = runtime.now() - began;
  const line = () => {
    const id = http.requestId === undefined ? '' : ` (request ${http.requestId})`;
    return `${where} answered ${http.status} in ${milliseconds} ms${id}.`;
  };
  await notify(step, ['info', line], () => hooks.onResponse?.({ ...event, http, milliseconds }));

  refuseRedirect(response, where);
  const attempt = { ...step, http };
  if (!response.ok) throw await apiErrorFromResponse(response, attempt, step.retry);
  return [response, attempt];
}

/** Sends through the middleware. A middleware sees network errors already converted to errors of clust. */
function sendThroughAll(request: HttpRequest, step: Step): Promise<Response> {
  const innermost = async (outgoing: HttpRequest) => {
    try {
      if (step.sign && takesCredential(outgoing, step.baseUrl)) await step.sign(outgoing);
      const response = await send(outgoing, step);
      return step.platform?.receive?.(response) ?? response;
    } catch (error) {
      throw toFailure(error, step, 'headers');
    }
  };
  const throughAll = compose(step.middleware, innermost, step.where);
  return runUserCode('a middleware', step, () => throughAll(request));
}
