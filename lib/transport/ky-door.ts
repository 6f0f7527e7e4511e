import ky from 'ky';
import { withCredential } from './credential.js';
import type { FetchFunction } from './http-client.js';
import type { HttpRequest } from './middleware.js';
import type { Step } from './step.js';

/** What of an attempt decides how a request goes out. */
type Door = Pick<Step, 'baseUrl' | 'secret' | 'fetch' | 'fetchInit' | 'http'>;

/**
 * Sends one request. The only file that knows ky, and it asks little: ky retries nothing, times nothing and follows
 * nothing here, and gets no hooks from us (they would tee a stream). Clocks, retries and errors are ours.
 */
export async function sendThroughKy(request: HttpRequest, config: Door): Promise<Response> {
  const { method, url, body, signal } = request;
  if (typeof body === 'object') {
    const { sendUpload } = await import('./upload.js');
    return sendUpload({ ...request, body }, config);
  }
  // A ky instance of the user's calls the fetch that it was created with, unless one was set beside it.
  const custom = config.fetch ?? (config.http === undefined ? fetch : undefined);
  return (config.http ?? ky)(new URL(url), {
    ...config.fetchInit,
    method,
    headers: withCredential(request, config),
    ...(body !== undefined && { body }),
    signal,
    redirect: 'manual',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    ...(custom !== undefined && { fetch: unpack(custom, request) }),
  });
}

/**
 * ky calls fetch with a `Request`. The fetch of undici's package, and most that people write, take a URL and an init:
 * they are called that way, with the body as it is rather than as a stream.
 */
function unpack(custom: FetchFunction, { method, url, body, signal }: HttpRequest): typeof fetch {
  const call = (request: Request, extra?: object) => {
    const headers = Object.fromEntries(request.headers);
    const init = { ...extra, method, headers, signal, redirect: 'manual' } as const;
    return custom(url, body === undefined ? init : { ...init, body: String(body) });
  };
  // The types of a custom fetch are narrower than what goes in and out, so that those of every package fit: see there.
  return call as unknown as typeof fetch;
}
