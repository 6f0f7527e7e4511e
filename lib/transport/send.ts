import ky from 'ky';
import type { Step } from './attempt.js';
import { withCredential } from './credential.js';
import type { FetchFunction, HttpClient } from './http-client.js';
import type { HttpRequest } from './middleware.js';

/**
 * What ky does for clust, and what is switched off. This is the only file that knows ky.
 *
 * On: building the `Request`, passing options on that fetch takes beyond the standard, and everything that a ky instance
 * of the caller's brings along, its hooks and its fetch among them.
 *
 * Off:
 * - `retry`: a failure may be in the body, or in the first event of a stream, where ky does not look.
 * - `timeout`: it ends with the headers. The clocks of clust go on to the last byte, and tell silence from slowness.
 * - `throwHttpErrors`: the body of an error is read under the clocks, up to a limit, without its keys.
 * - `redirect`: a redirect would carry the prompt, and with some statuses the key, to a host that nobody configured.
 *
 * Not used: hooks of ours, since ky clones a response for them, which would tee a stream; `prefixUrl`, `json` and
 * `searchParams`, since every attempt sends the same address and the same bytes; the shortcuts that read a body.
 */
const SWITCHES = { retry: 0, timeout: false, throwHttpErrors: false, redirect: 'manual' } as const;

/** One prepared instance for each ky that is used: the default one, and those of `ClientBuilder.http()`. */
const prepared = new WeakMap<HttpClient, HttpClient>();

function prepare(http: HttpClient): HttpClient {
  const instance = prepared.get(http) ?? http.extend(SWITCHES);
  prepared.set(http, instance);
  return instance;
}

/** Sends one request. */
export async function send(
  request: HttpRequest,
  config: Pick<Step, 'baseUrl' | 'secret' | 'fetch' | 'fetchInit' | 'http'>,
): Promise<Response> {
  const { method, url, body, signal } = request;
  if (typeof body === 'object') {
    const { sendUpload } = await import('./upload.js');
    return sendUpload({ ...request, body }, config);
  }
  // A ky instance of the caller's calls the fetch that it was created with, unless one was set beside it.
  const custom = config.fetch ?? (config.http === undefined ? fetch : undefined);
  const headers = withCredential(request, config);
  return prepare(config.http ?? ky)(new URL(url), {
    ...config.fetchInit,
    method,
    headers,
    signal,
    ...(body !== undefined && { body }),
    ...(custom !== undefined && { fetch: withText(custom, request) }),
  });
}

/**
 * ky calls fetch with a `Request`, whose body is a stream of bytes with a second copy behind it for retries. Most
 * functions that people write, and that of the undici package, take a URL and an init: they get the text itself.
 */
function withText(custom: FetchFunction, { url, body, signal }: HttpRequest): typeof fetch {
  const call = ({ method, headers }: Request, extra?: object) => {
    const init = {
      ...extra,
      method,
      headers: Object.fromEntries(headers),
      signal,
      redirect: 'manual',
    } as const;
    return custom(url, body === undefined ? init : { ...init, body: String(body) });
  };
  // The types of a custom fetch are narrower than what goes in and out, so that those of every package fit: see there.
  return call as unknown as typeof fetch;
}
