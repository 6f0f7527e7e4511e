import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from '../transport/attempt.js';
import { BodyReader } from '../transport/read-body.js';

/**
 * The body of an answer as a stream, with the timeouts of its call. Nothing is read ahead. It fails with an error of
 * clust, including when the body is shorter than its `content-length`.
 */
export function streamOf(response: Response, attempt: Attempt): ReadableStream<Uint8Array> {
  const body = new BodyReader(response, attempt);
  const promised = promisedLength(response.headers);
  let length = 0;
  body.hold();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await body.next().catch((error: unknown) => {
          body.cancel();
          throw error;
        });
        if (chunk !== undefined) {
          length += chunk.byteLength;
          controller.enqueue(chunk);
          return;
        }
        body.cancel();
        if (promised !== undefined && length < promised) {
          const message = `${attempt.where} broke off after ${length} of ${promised} bytes.`;
          throw new ConnectionError(message, { phase: 'body', retryable: true });
        }
        controller.close();
      },
      cancel: () => body.cancel(),
    },
    { highWaterMark: 0 },
  );
}

/** The `content-length` in bytes; unknown for a compressed body. */
function promisedLength(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}
