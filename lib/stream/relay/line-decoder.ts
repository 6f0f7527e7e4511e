import type { FeedDecoder, FeedHandlers } from '../event-feed.js';

/** Far longer than any event, and far shorter than what fits in memory. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Cuts newline-delimited JSON into its lines. */
export class LineDecoder implements FeedDecoder {
  readonly #text = new TextDecoder();
  readonly #handlers: FeedHandlers;
  /** The incomplete line. The engine stores it as a rope, and copies it once, when it is read. */
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
