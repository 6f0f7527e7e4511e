import { apiErrorFromResponse } from './api-error-from-response.js';
import type { Attempt } from './attempt.js';
import type { PreparedCall } from './call.js';
import type { Clocks } from './clocks.js';
import { httpInfoOf } from './http-info.js';
import { sendThroughKy } from './ky-door.js';
import { describeRequest, type Log } from './logger.js';
import { compose, type HttpRequest } from './middleware.js';
import { refuseRedirect } from './redirects.js';
import { type FailedAttempt, toFailure } from './to-failure.js';
import type { TransportConfig } from './transport-config.js';
import { runUserCode } from './user-code.js';

/** What all attempts of a call share. */
export interface CallContext {
  readonly prepared: PreparedCall;
  readonly clocks: Clocks;
  readonly config: TransportConfig;
  readonly log: Log;
}

/** Sends a request once, and gives its answer if it is a success; anything else is thrown. */
export async function runAttempt(
  { prepared, clocks, config, log }: CallContext,
  step: FailedAttempt,
): Promise<readonly [Response, Attempt]> {
  const { hooks, runtime } = config;
  const { number, signal, where } = step;
  const { method, url, body } = prepared;
  const event = { method, url, attempt: number };
  const request = { ...event, body, signal, headers: new Headers(prepared.headers) };

  await runUserCode('the onRequest hook', step, () => hooks.onRequest?.(event));
  // The text of a request is put together only for who reads it.
  if (config.logger !== undefined) log('debug', describeRequest(request));
  const began = runtime.now();
  clocks.waitForHeaders();
  const response = await send(request, step, config);
  clocks.stopWaitingForHeaders();

  const http = httpInfoOf(response, runtime.now);
  const milliseconds = runtime.now() - began;
  log('info', `${where} answered ${http.status} in ${milliseconds} ms (request ${http.requestId}).`);
  await runUserCode('the onResponse hook', step, () => hooks.onResponse?.({ ...event, http, milliseconds }));

  const attempt = {
    ...step,
    http,
    touch: () => clocks.touch(),
    rest: () => clocks.rest(),
    hold: () => clocks.hold(),
  };
  refuseRedirect(response, step);
  if (!response.ok) throw await apiErrorFromResponse(response, attempt, prepared.retry.maxRetryAfter);
  return [response, attempt];
}

/** Through the middleware to the door. What comes out of the door is our error already when it passes them back. */
async function send(request: HttpRequest, step: FailedAttempt, config: TransportConfig): Promise<Response> {
  const door = compose(config.middleware, async (outgoing) => {
    try {
      return await sendThroughKy(outgoing, config);
    } catch (error) {
      throw toFailure(error, step, 'headers');
    }
  });
  return runUserCode('a middleware', step, () => door(request));
}
