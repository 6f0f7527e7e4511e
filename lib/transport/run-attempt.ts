import { apiErrorFromResponse } from './api-error-from-response.js';
import type { Attempt } from './attempt.js';
import type { Clock } from './clock.js';
import { takesCredential } from './credential.js';
import { httpInfoOf } from './http-info.js';
import { describeRequest } from './logger.js';
import { compose, type HttpRequest } from './middleware.js';
import { notify } from './notify.js';
import { refuseRedirect } from './redirects.js';
import { send } from './send.js';
import type { Step } from './step.js';
import { toFailure } from './to-failure.js';
import { runUserCode } from './user-code.js';

/** Sends a request once, and gives its answer if it is a success; anything else is thrown. */
export async function runAttempt(step: Step, clock: Clock): Promise<readonly [Response, Attempt]> {
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
  const line = () => `${where} answered ${http.status} in ${milliseconds} ms (request ${http.requestId}).`;
  await notify(step, ['info', line], () => hooks.onResponse?.({ ...event, http, milliseconds }));

  refuseRedirect(response, where);
  const attempt = { ...step, http };
  if (!response.ok) throw await apiErrorFromResponse(response, attempt, step.retry);
  return [response, attempt];
}

/** Sends through the middleware. Errors of the network are errors of ours before a middleware sees them. */
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
