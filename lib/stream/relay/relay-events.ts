import type { ApiError } from '../../errors/api-error.js';
import { describeErrorBody } from '../../errors/describe-error-body.js';
import { isApiError } from '../../errors/guards.js';
import type { ErrorEvent } from '../../wire/message-stream-event.js';
import type { StreamSession } from '../stream-session.js';

/** The events as newline-delimited JSON, written when they are asked for. */
export function relayEvents(session: StreamSession): ReadableStream<Uint8Array> {
  // Without a queue: for the usual one of a single chunk the request would be sent before anybody reads.
  return new ReadableStream(new RelayWriter(session), { highWaterMark: 0 });
}

class RelayWriter implements UnderlyingDefaultSource<Uint8Array> {
  readonly #session: StreamSession;
  readonly #encoder = new TextEncoder();
  #hasToldOfError = false;

  constructor(session: StreamSession) {
    this.#session = session;
  }

  /** Writes all that has arrived as one chunk. What is thrown here, the readable stream fails with. */
  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const lines: object[] = [];
    try {
      this.#session.claim(this);
      await this.#session.advance();
      for (let event = this.#session.take(); event !== undefined; event = this.#session.take())
        lines.push(event);
    } catch (error) {
      // What came before the failure goes first; the next pull meets the failure again.
      if (lines.length === 0) lines.push(this.#lastLine(error));
    }
    controller.enqueue(this.#encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    if (this.#session.isComplete) controller.close();
  }

  cancel(): void {
    this.#session.close();
  }

  /** An error of the API is an event of its stream, and is passed on once, as one; every other failure is thrown. */
  #lastLine(error: unknown): ErrorEvent {
    if (this.#hasToldOfError || !isApiError(error)) throw error;
    this.#hasToldOfError = true;
    return errorEventOf(error);
  }
}

function errorEventOf({ type, body, requestId }: ApiError): ErrorEvent {
  const { reason = type } = describeErrorBody(body);
  return { type: 'error', error: { type, message: reason }, request_id: requestId };
}
