import { ConnectionError } from '../errors/connection-error.js';
import type { Attempt } from './attempt.js';
import { toFailure } from './failures.js';

/** The limit for the body of an error, in bytes. The rest is not read. */
export const LARGEST_ERROR = 64 * 1024;

/**
 * Reads a body as text, up to a limit in bytes. If there is more, the connection is closed. The timeouts of the call
 * apply.
 */
export async function readText(response: Response, attempt: Attempt, limit: number): Promise<string> {
  const { text } = await readUpTo(response, attempt, limit);
  return text;
}

/** As `readText`, but also returns whether the text is the whole body. */
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
 * How long to wait for the end of the body after the last event, in milliseconds. The end has usually arrived already,
 * and a body that is read to its end leaves a connection that the next request can use.
 */
const END_OF_BODY_WAIT = 20;

/**
 * Reads a body with the timeouts of its attempt. It throws only errors of clust: a timeout, an abort, a lost
 * connection. An abort cancels the body, so reading also ends if the fetch ignores signals.
 */
export class BodyReader {
  readonly #attempt: Attempt;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** Reads the whole body at once, if the fetch gives no stream (React Native). */
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
      // A cancelled body ends without an error, so an abort would look like the end of the answer.
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
   * Keeps the clocks running after the call has returned its result. Must not be called before the attempt has
   * succeeded, since it may be retried.
   */
  hold(): void {
    if (!this.#isOver) this.#release = this.#attempt.hold();
  }

  /** Closes the connection; nothing more is read. */
  cancel(): void {
    this.#isOver = true;
    // If the body has failed already, `next` reports that error.
    this.#reader?.cancel().catch(() => undefined);
    this.#release?.();
  }

  /** Reads the end of the body, for a short time. */
  finish(): void {
    this.#isOver = true;
    const timer = setTimeout(() => this.cancel(), END_OF_BODY_WAIT);
    // In browsers a timer is a number and has no `unref`.
    timer.unref?.();
    const end = () => {
      clearTimeout(timer);
      this.cancel();
    };
    // The message is complete, so an error of the connection no longer matters.
    this.next().then(end, end);
  }
}
