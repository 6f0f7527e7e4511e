import type { FetchFunction, FetchResponse } from '../transport/http-client.js';

export interface RecordedOptions {
  /**
   * `'auto'`, the default, replays the file if it exists, and records it otherwise; if `CI` is set it never records.
   * `'record'` replaces the file, `'replay'` never calls the API.
   */
  readonly mode?: 'auto' | 'record' | 'replay' | undefined;
  /** The `fetch` that calls the API while recording. Default: the platform's. */
  readonly fetch?: FetchFunction | undefined;
}

/**
 * Creates a `fetch` that calls the real API once and writes the answers to a file. From then on it replays the file,
 * without a key and without a network. For `ClientBuilder.fetch()`, in Node, Bun and Deno.
 *
 * A request is recognized by its method, path and body; equal requests are replayed in the order of the recording.
 * Credentials are never written: the file contains no request headers and only those answer headers that clust reads,
 * and a key in a body is replaced by `***`. A streamed answer is recorded as a whole.
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
