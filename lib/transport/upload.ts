import type { Step } from './attempt.js';
import { withCredential } from './credential.js';
import { type FetchInit, isStream, type RequestBody } from './http-client.js';
import type { HttpRequest } from './middleware.js';

/** A request whose body is not text. */
export interface Upload extends HttpRequest {
  readonly body: Exclude<RequestBody, string>;
}

/**
 * Sends a body that is not text without ky. ky clones its `Request` and would keep a copy of the whole body in memory;
 * so would Node's fetch, unless `redirect` is `error`.
 */
export async function sendUpload(
  request: Upload,
  config: Pick<Step, 'baseUrl' | 'secret' | 'fetch' | 'fetchInit'>,
): Promise<Response> {
  const { method, url, body: given, signal } = request;
  const headers = withCredential(request, config);
  // The fetch that writes the form chooses its boundary.
  if (!isStream(given)) headers.delete('content-type');
  const body = isStream(given) ? untilAborted(given, signal) : given;
  const init = {
    method,
    headers: Object.fromEntries(headers),
    signal,
    redirect: 'error',
    duplex: 'half',
    body,
  };
  const send = config.fetch ?? fetch;
  // See `withText` in `send.ts` about these types.
  return (await send(url, { ...config.fetchInit, ...init } as unknown as FetchInit)) as Response;
}

/** A copy of the stream that ends with the attempt. Node's fetch reads on after an abort and holds the stream. */
function untilAborted(stream: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const cancel = (reason: unknown) => void reader.cancel(reason).catch(() => undefined);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          controller.error(signal.reason);
          cancel(signal.reason);
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: cancel,
    },
    { highWaterMark: 0 },
  );
}
