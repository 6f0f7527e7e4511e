import type { FeedDecoder, FeedHandlers } from '../event-feed.js';

/** Far above any event, and far below what a process can hold. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Cuts newline-delimited JSON into its lines. */
export class LineDecoder implements FeedDecoder {
  readonly #text = new TextDecoder();
  readonly #handlers: FeedHandlers;
  /** The line that has not ended. It grows as a rope of the engine, and is laid flat once. */
  #line = '';

  constructor(handlers: FeedHandlers) {
    this.#handlers = handlers;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#text.decode(bytes, { stream: true }));
    if (this.#line.length > LONGEST_LINE) this.#handlers.onOverflow(LONGEST_LINE);
  }

  end(): void {
    this.#read(`${this.#text.decode()}\n`);
  }

  #read(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.#line += first;
    for (const other of others) {
      if (this.#line.trim() !== '') this.#handlers.onEvent(undefined, this.#line);
      this.#line = other;
    }
  }
}
