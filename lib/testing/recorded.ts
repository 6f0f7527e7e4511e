import type { FetchFunction, FetchResponse } from '../transport/http-client.js';

export interface RecordedOptions {
  /**
   * `'auto'`, the default, replays a file that exists and records one that does not; where `CI` is set it never records.
   * `'record'` starts the file anew, `'replay'` never calls the API.
   */
  readonly mode?: 'auto' | 'record' | 'replay' | undefined;
  /** What calls the API while recording. Default: the platform's `fetch`. */
  readonly fetch?: FetchFunction | undefined;
}

/**
 * A `fetch` that calls the real API once and writes down what came back; from then on it replays the file, without a key
 * and without a network. For `ClientBuilder.fetch()`, in Node, Bun and Deno.
 *
 * A request is recognized by its method, its path and its body; equal requests are replayed in the order of the
 * recording. Credentials are never written: no header of the request is, of those of the answer only the ones that clust
 * reads, and a key that turns up in a body is replaced by `***`. A streamed answer is recorded as a whole.
 *
 * @example
 * ```ts
 * import { ApiKey, ClientBuilder } from 'clust';
 * import { recorded } from 'clust/testing';
 *
 * const client = ClientBuilder.create()
 *   .apiKey(ApiKey.of(process.env['ANTHROPIC_API_KEY'] ?? 'replayed'))
 *   .fetch(recorded('__tests__/recordings/weather.json'))
 *   .build();
 * ```
 */
export function recorded(path: string, { mode = 'auto', fetch }: RecordedOptions = {}): FetchFunction {
  let opened: Promise<FetchFunction> | undefined;
  return async (url, init): Promise<FetchResponse> => {
    opened ??= import('./recording.node.js').then(({ openRecording }) => openRecording(path, mode, fetch));
    return (await opened)(url, init);
  };
}
