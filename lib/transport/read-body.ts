import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from './attempt.js';
import { toFailure } from './failures.js';

/** An answer that is no success is short; what comes beyond this is not worth waiting for. */
export const LARGEST_ERROR = 64 * 1024;

/** Reads a body as text, under the clocks, up to a limit in bytes; if there is more, the connection is closed. */
export async function readText(response: Response, attempt: Attempt, limit: number): Promise<string> {
  const { text } = await readUpTo(response, attempt, limit);
  return text;
}

/** The same, and whether that was all of it. */
export async function readUpTo(
  response: Response,
  attempt: Attempt,
  limit: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const reader = new BodyReader(response, attempt);
  const decoder = new TextDecoder();
  let text = '';
  for (let left = limit; ; ) {
    const chunk = await reader.next();
    if (chunk === undefined) return { text: text + decoder.decode(), isWhole: true };
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.byteLength;
    if (left < 0) break;
  }
  reader.cancel();
  return { text, isWhole: false };
}

/**
 * How long the server may keep the connection open behind the last event. As a rule the end of the body is there
 * already, and a body that is read to its end leaves a connection that the next request can use.
 */
const GRACE = 20;

/**
 * Reads a body under the clocks of its attempt. Only our own errors come out: a clock that ran out, an abort,
 * a lost connection. An abort cancels the body, so a `read` of a fetch that ignores signals does not hang either.
 */
export class BodyReader {
  readonly #attempt: Attempt;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** Where the fetch gives no stream, as that of React Native: the whole body, once. */
  #whole: (() => Promise<string>) | undefined;
  #release: (() => void) | undefined;
  #isOver = false;

  constructor(response: Response, attempt: Attempt) {
    this.#attempt = attempt;
    this.#reader = response.body?.getReader();
    if (this.#reader === undefined) this.#whole = () => response.text();
    attempt.signal.addEventListener('abort', () => this.cancel(), { once: true });
  }

  /** The next bytes; `undefined` at the end of the body. */
  async next(): Promise<Uint8Array | undefined> {
    const { signal, where, idle } = this.#attempt;
    try {
      signal.throwIfAborted();
      idle.start();
      const chunk = await this.#read();
      // A cancelled body ends without an error: an abort must not look like the end.
      signal.throwIfAborted();
      if (chunk?.value !== undefined && !ArrayBuffer.isView(chunk.value)) {
        const message = `${where} was answered with a body that is not bytes: check your fetch.`;
        throw new ConnectionError(message, { phase: 'body', retryable: false });
      }
      return chunk?.value;
    } catch (error) {
      throw toFailure(error, this.#attempt, 'body');
    } finally {
      idle.rest();
    }
  }

  async #read(): Promise<{ readonly value?: Uint8Array | undefined } | undefined> {
    if (this.#whole === undefined) return this.#reader?.read();
    const text = await this.#whole();
    this.#whole = () => Promise.resolve('');
    return text === '' ? undefined : { value: new TextEncoder().encode(text) };
  }

  /**
   * Keeps the clocks running for what is still to come when the call has given its result. Not before the attempt has
   * succeeded: it may be retried.
   */
  hold(): void {
    if (!this.#isOver) this.#release = this.#attempt.hold();
  }

  /** Closes the connection; nothing more will be read. */
  cancel(): void {
    this.#isOver = true;
    // The body may have failed already: that error was, or will be, seen by `next`.
    this.#reader?.cancel().catch(() => undefined);
    this.#release?.();
  }

  /** Reads the end of the body, not waiting long for it. */
  finish(): void {
    this.#isOver = true;
    const patience = setTimeout(() => this.cancel(), GRACE);
    // In browsers a timer is a number.
    patience.unref?.();
    const end = () => {
      clearTimeout(patience);
      this.cancel();
    };
    // The message is whole: nothing that happens to the connection now is a failure.
    this.next().then(end, end);
  }
}
