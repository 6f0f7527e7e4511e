import { ClientBuilder } from '../../lib/client/client-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import type { Answer, Received } from '../support/loopback.js';
import { KEY } from '../support/transport.js';

/** A client that sends its calls to the given address. */
export const clientFor = (url: string) => ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(url).build();

/** The method, path and query of each request, decoded. */
export const calls = (received: readonly Received[]) =>
  received.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`);

/** An answer that depends on the request. */
export const answering =
  (choose: (received: Received) => Answer): Answer =>
  (response, received) =>
    choose(received)(response, received);

/** A page as models and batches return it: at most `limit` ids after `after_id`. */
export function idPage(ids: readonly string[], url: string): object {
  const query = new URL(url, 'http://localhost').searchParams;
  const start = ids.indexOf(query.get('after_id') ?? '') + 1;
  const data = ids
    .slice(start, start + Number(query.get('limit') ?? 20))
    .map((id) => ({ id, type: 'model' }));
  const has_more = start + data.length < ids.length;
  return { data, has_more, first_id: data.at(0)?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

/** Hides the type of a value, as a JavaScript program would pass it. */
export function untyped(value: unknown): never {
  return value as never;
}
