import { apiErrorFromResponse } from './api-error-from-response.js';
import type { Attempt } from './attempt.js';
import type { PreparedCall } from './call.js';
import type { Clock } from './clock.js';
import { httpInfoOf } from './http-info.js';
import { sendThroughKy } from './ky-door.js';
import { describeRequest } from './logger.js';
import { compose, type HttpRequest } from './middleware.js';
import { notify } from './notify.js';
import { refuseRedirect } from './redirects.js';
import { type FailedAttempt, toFailure } from './to-failure.js';
import { runUserCode } from './user-code.js';

/** An attempt that has no answer yet. */
export type Step = Omit<Attempt, 'http'>;

/** Sends a request once, and gives its answer if it is a success; anything else is thrown. */
export async function runAttempt(
  call: PreparedCall,
  step: Step,
  clock: Clock,
): Promise<readonly [Response, Attempt]> {
  const { hooks, logger, runtime, method, url, body } = call;
  const { number, signal, where } = step;
  const event = { method, url, attempt: number };
  const request = { ...event, body, signal, headers: new Headers(call.headers) };

  await notify(step, [logger, 'debug', () => describeRequest(request)], hooks.onRequest, event);
  const began = runtime.now();
  clock.start();
  const response = await send(request, step, call);
  clock.rest();

  const http = httpInfoOf(response, runtime.now);
  const milliseconds = runtime.now() - began;
  const line = () => `${where} answered ${http.status} in ${milliseconds} ms (request ${http.requestId}).`;
  await notify(step, [logger, 'info', line], hooks.onResponse, { ...event, http, milliseconds });

  refuseRedirect(response, where);
  const attempt = { ...step, http };
  if (!response.ok) throw await apiErrorFromResponse(response, attempt, call.retry.maxRetryAfter);
  return [response, attempt];
}

/** Through the middleware to the door. What comes out of the door is our error already when it passes them back. */
function send(request: HttpRequest, step: FailedAttempt, call: PreparedCall): Promise<Response> {
  const throughAll = compose(call.middleware, async (outgoing) => {
    try {
      return await sendThroughKy(outgoing, call);
    } catch (error) {
      throw toFailure(error, step, 'headers');
    }
  });
  return runUserCode('a middleware', step.where, () => throughAll(request));
}
