import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from './attempt.js';
import { toFailure } from './to-failure.js';

/**
 * Reads a body under the clocks of its attempt. Only our own errors come out: a clock that ran out, an abort,
 * a lost connection. An abort cancels the body, so a `read` of a fetch that ignores signals does not hang either.
 */
export class BodyReader {
  readonly #attempt: Attempt;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  constructor(response: Response, attempt: Attempt) {
    this.#attempt = attempt;
    this.#reader = response.body?.getReader();
    attempt.signal.addEventListener('abort', () => this.cancel(), { once: true });
  }

  /** The next bytes; `undefined` at the end of the body. */
  async next(): Promise<Uint8Array | undefined> {
    const { signal, where } = this.#attempt;
    try {
      signal.throwIfAborted();
      this.#attempt.touch();
      const chunk = await this.#reader?.read();
      // A cancelled body ends without an error: an abort must not look like the end.
      signal.throwIfAborted();
      if (chunk?.value !== undefined && !ArrayBuffer.isView(chunk.value)) {
        const message = `${where}: the fetch in use gives a body that is not made of bytes.`;
        throw new ConnectionError(message, { phase: 'body', retryable: false });
      }
      return chunk?.value;
    } catch (error) {
      throw toFailure(error, this.#attempt, 'body');
    } finally {
      this.#attempt.rest();
    }
  }

  /** Closes the connection; nothing more will be read. */
  cancel(): void {
    // The body may have failed already: that error was, or will be, seen by `next`.
    this.#reader?.cancel().catch(() => undefined);
  }
}
