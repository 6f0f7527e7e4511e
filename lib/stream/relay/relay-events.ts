import { isObject } from '../../base/is-object.js';
import type { ApiError } from '../../errors/api-error.js';
import { isApiError } from '../../errors/guards.js';
import type { StreamSession } from '../stream-session.js';
import type { RelayedError } from './relayed-error.js';

/** The events as newline-delimited JSON, written on demand. */
export function relayEvents(session: StreamSession): ReadableStream<Uint8Array> {
  // No queue: the default queue of one chunk would send the request before anybody reads.
  return new ReadableStream(new RelayWriter(session), { highWaterMark: 0 });
}

class RelayWriter implements UnderlyingDefaultSource<Uint8Array> {
  readonly #session: StreamSession;
  readonly #encoder = new TextEncoder();

  constructor(session: StreamSession) {
    this.#session = session;
  }

  /** Writes all events that have arrived as one chunk. An error that is thrown here makes the readable stream fail. */
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
      // Events that came before the failure are written first; the next pull gets the failure again.
      if (lines.length === 0) {
        // An API error is the last line, and the stream then ends. Making the stream fail would destroy the HTTP
        // response that it is piped into, and this line with it.
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
