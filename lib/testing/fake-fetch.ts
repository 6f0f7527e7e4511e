import { raceAbort } from '../base/abort.js';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import type { FetchInit } from '../transport/http-client.js';
import { type Reply, toResponse } from './reply.js';

/** A request as a fake API receives it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: string;
  /** The path of the URL, without its query, such as `/v1/messages`. */
  readonly path: string;
  /** Lower-case names. The credential is included, since it is the test's own. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON that was sent; `undefined` if there was none. */
  readonly body: unknown;
  /** How many requests came before this one. */
  readonly index: number;
}

/** A `fetch` without a network. */
export type FakeFetch = (url: string, init: FetchInit) => Promise<Response>;

/**
 * Creates a `fetch` for `ClientBuilder.fetch()` that calls your function instead of the network. The function receives
 * the request and returns the reply. If it throws, the call fails with a network error.
 *
 * @example
 * ```ts
 * import { ApiKey, ClientBuilder } from 'clust';
 * import { answer, fakeFetch } from 'clust/testing';
 *
 * const fetch = fakeFetch(({ body }) => answer(`You sent ${JSON.stringify(body).length} characters.`));
 * const client = ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fetch).build();
 * ```
 */
export function fakeFetch(handler: (request: FakeRequest) => Reply | Promise<Reply>): FakeFetch {
  let index = 0;
  return async (url, { method, headers, body, signal }) => {
    signal.throwIfAborted();
    const sent = parseJson(body ?? '');
    const request: FakeRequest = {
      method,
      url,
      path: new URL(url).pathname,
      headers: { ...headers },
      body: sent,
      index: index++,
    };
    const { stream, model } = isObject(sent) ? sent : {};
    const context = {
      isStream: stream === true,
      model: typeof model === 'string' ? model : undefined,
      requestId: `req_test_${index}`,
      signal,
    };
    const response = (async () => toResponse(await handler(request), context))();
    return raceAbort(signal, () => response);
  };
}
