import ky, { type KyInstance } from 'ky';
import type { Step } from './attempt.js';
import { withCredential } from './credential.js';
import type { FetchFunction, HttpClient } from './http-client.js';
import type { HttpRequest } from './middleware.js';

/**
 * The features of ky that clust uses, and those that it switches off. No other file imports ky.
 *
 * On: building the `Request`, passing on fetch options beyond the standard, and everything that the caller's ky
 * instance adds, such as its hooks and its fetch.
 *
 * Off:
 * - `retry`: the failure may be in the body, or in the first event of a stream, which ky does not read.
 * - `timeout`: ky's ends with the headers. clust's timeouts run to the last byte and distinguish a silent server from a
 *   slow consumer.
 * - `throwHttpErrors`: clust reads the body of an error itself, with its timeouts and a limit, and without keys.
 * - `redirect`: following a redirect would send the prompt, and for some statuses the key, to a host that nobody
 *   configured.
 *
 * Not used: ky's hooks, since ky clones a response for them, which would tee a stream; `prefixUrl`, `json` and
 * `searchParams`, since every attempt sends the same address and the same bytes; the shortcuts that read a body.
 */
const SWITCHES = { retry: 0, timeout: false, throwHttpErrors: false, redirect: 'manual' } as const;

/** The instance for clients that have none of their own. It is prepared for the first call. */
let standard: KyInstance | undefined;

/** The instances of `ClientBuilder.http()`, prepared. */
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
  const options = { ...config.fetchInit, method, headers: withCredential(request, config) };
  const fetchWith = (custom: FetchFunction) => ({ fetch: withText(custom, request, config.fetchInit) });
  if (config.http === undefined) {
    standard ??= ky.extend(SWITCHES);
    // ky gets neither the body nor the signal, which it would copy: `withText` passes them to the fetch.
    return standard(new URL(url), { ...options, ...fetchWith(config.fetch ?? fetch) });
  }
  // An instance uses the fetch that it was created with, unless another one is passed.
  return prepare(config.http)(new URL(url), {
    ...options,
    signal,
    ...(body !== undefined && { body }),
    ...(config.fetch && fetchWith(config.fetch)),
  });
}

/**
 * ky calls fetch with a `Request`, whose body is a stream of bytes with a second copy for retries. Most custom fetch
 * functions, and that of the undici package, take a URL and an init: they get the text itself.
 */
function withText(
  custom: FetchFunction,
  { url, body, signal }: HttpRequest,
  fetchInit: object | undefined,
): typeof fetch {
  // ky passes on the options that are not standard, and puts the others into the `Request`.
  const call = ({ method, headers }: Request, extra?: object) => {
    const init = {
      ...fetchInit,
      ...extra,
      method,
      headers: Object.fromEntries(headers),
      signal,
      redirect: 'manual',
    } as const;
    return custom(url, body === undefined ? init : { ...init, body: String(body) });
  };
  // The types of a custom fetch are narrower than the values, so that the types of every fetch package fit: see
  // `FetchFunction`.
  return call as unknown as typeof fetch;
}
