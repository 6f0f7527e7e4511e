import { apiErrorFromResponse } from './api-error-from-response.js';
import type { Attempt } from './attempt.js';
import type { PreparedCall } from './call.js';
import type { Clocks } from './clocks.js';
import { httpInfoOf } from './http-info.js';
import { sendThroughKy } from './ky-door.js';
import { describeRequest } from './logger.js';
import { compose, type HttpRequest } from './middleware.js';
import { notify } from './notify.js';
import { refuseRedirect } from './redirects.js';
import { type FailedAttempt, toFailure } from './to-failure.js';
import type { TransportConfig } from './transport-config.js';
import { runUserCode } from './user-code.js';

/** What all attempts of a call share. */
export interface CallContext {
  readonly prepared: PreparedCall;
  readonly clocks: Clocks;
  readonly config: TransportConfig;
}

/** Sends a request once, and gives its answer if it is a success; anything else is thrown. */
export async function runAttempt(
  { prepared, clocks, config }: CallContext,
  step: FailedAttempt,
): Promise<readonly [Response, Attempt]> {
  const { hooks, logger, runtime } = config;
  const { number, signal, where } = step;
  const { method, url, body } = prepared;
  const event = { method, url, attempt: number };
  const request = { ...event, body, signal, headers: new Headers(prepared.headers) };

  await notify(step, [logger, 'debug', () => describeRequest(request)], hooks.onRequest, event);
  const began = runtime.now();
  clocks.waitForHeaders();
  const response = await send(request, step, config);
  clocks.stopWaitingForHeaders();

  const http = httpInfoOf(response, runtime.now);
  const milliseconds = runtime.now() - began;
  const line = () => `${where} answered ${http.status} in ${milliseconds} ms (request ${http.requestId}).`;
  await notify(step, [logger, 'info', line], hooks.onResponse, { ...event, http, milliseconds });

  refuseRedirect(response, step);
  const attempt = {
    ...step,
    http,
    touch: () => clocks.touch(),
    rest: () => clocks.rest(),
    hold: () => clocks.hold(),
  };
  if (!response.ok) throw await apiErrorFromResponse(response, attempt, prepared.retry.maxRetryAfter);
  return [response, attempt];
}

/** Through the middleware to the door. What comes out of the door is our error already when it passes them back. */
function send(request: HttpRequest, step: FailedAttempt, config: TransportConfig): Promise<Response> {
  const throughAll = compose(config.middleware, async (outgoing) => {
    try {
      return await sendThroughKy(outgoing, config);
    } catch (error) {
      throw toFailure(error, step, 'headers');
    }
  });
  return runUserCode('a middleware', step, () => throughAll(request));
}
