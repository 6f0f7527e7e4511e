import { isObject } from '../../base/is-object.js';
import type { ApiError } from '../../errors/api-error.js';
import { isApiError } from '../../errors/guards.js';
import type { StreamSession } from '../stream-session.js';
import type { RelayedError } from './relayed-error.js';

/** The events as newline-delimited JSON, written when they are asked for. */
export function relayEvents(session: StreamSession): ReadableStream<Uint8Array> {
  // Without a queue: for the usual one of a single chunk the request would be sent before anybody reads.
  return new ReadableStream(new RelayWriter(session), { highWaterMark: 0 });
}

class RelayWriter implements UnderlyingDefaultSource<Uint8Array> {
  readonly #session: StreamSession;
  readonly #encoder = new TextEncoder();

  constructor(session: StreamSession) {
    this.#session = session;
  }

  /** Writes all that has arrived as one chunk. What is thrown here, the readable stream fails with. */
  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const lines: object[] = [];
    let isLast = false;
    try {
      this.#session.claim(this);
      await this.#session.advance();
      for (let event = this.#session.take(); event !== undefined; event = this.#session.take())
        lines.push(event);
      isLast = this.#session.isComplete;
    } catch (error) {
      // What came before the failure goes first; the next pull meets the failure again.
      if (lines.length === 0) {
        // The error of the API is the last line, and the end: to fail the readable would make whoever pipes it into a
        // response destroy that response, and this line with it.
        if (!isApiError(error)) throw error;
        lines.push(relayedError(error));
        isLast = true;
      }
    }
    controller.enqueue(this.#encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    if (isLast) controller.close();
  }

  cancel(): void {
    this.#session.close();
  }
}

function relayedError({ status, type, body, apiMessage, requestId, retryAfter }: ApiError): RelayedError {
  const said = isObject(body) && isObject(body.error) ? body.error : {};
  const error = { ...said, type, message: apiMessage ?? type };
  return { type: 'error', error, request_id: requestId, status, retry_after_ms: retryAfter };
}
