import type { Step } from './attempt.js';
import { withCredential } from './credential.js';
import { type FetchInit, isStream, type RequestBody } from './http-client.js';
import type { HttpRequest } from './middleware.js';

/** A request whose body is not text. */
export interface Upload extends HttpRequest {
  readonly body: Exclude<RequestBody, string>;
}

/**
 * Sends a body that is not text past ky. ky builds a `Request` and clones it, so it would keep a copy of the whole body
 * in memory; so does the fetch of Node, unless redirects are errors.
 */
export async function sendUpload(
  request: Upload,
  config: Pick<Step, 'baseUrl' | 'secret' | 'fetch' | 'fetchInit'>,
): Promise<Response> {
  const { method, url, body: given, signal } = request;
  const headers = withCredential(request, config);
  // The boundary of a form is chosen by the fetch that writes the form.
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
  // The types of a custom fetch are narrower than what goes in and out: see there.
  return (await send(url, { ...config.fetchInit, ...init } as unknown as FetchInit)) as Response;
}

/** The stream until the attempt ends. The fetch of Node reads on after an abort, and lets nothing go. */
function untilAborted(stream: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const letGo = (reason: unknown) => void reader.cancel(reason).catch(() => undefined);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          controller.error(signal.reason);
          letGo(signal.reason);
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: letGo,
    },
    { highWaterMark: 0 },
  );
}
