import { excerpt } from '../base/excerpt.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import { decodeEvent } from './decode-event.js';
import type { FeedOrigin } from './feed-origin.js';
import { streamError } from './stream-errors.js';

/** A body. It throws only errors of clust. */
export interface FeedBody {
  /** The next bytes; `undefined` at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Closes the connection. Does nothing if it is closed or has failed. */
  cancel(): void;
  /** Called after the last event has been read. */
  finish(): void;
}

/** Cuts bytes into events, and calls the handlers. */
export interface FeedDecoder {
  push(bytes: Uint8Array): void;
  end(): void;
}

export interface FeedHandlers {
  /** Called for each event, with its name, if it has one, and its data. */
  onEvent(name: string | undefined, data: string): void;
  /** Called when one event is longer than `limit`. */
  onOverflow(limit: number): void;
}

/**
 * The events of a body. The next chunk is read only after all events of the last one have been taken. `message_stop`
 * completes the feed; any other end of the body is a failure.
 */
export class EventFeed {
  readonly origin: FeedOrigin;
  /** How many events have arrived. */
  events = 0;
  /** How many bytes have arrived. */
  bytes = 0;
  readonly #body: FeedBody;
  readonly #decoder: FeedDecoder;
  #queue: MessageStreamEvent[] = [];
  #taken = 0;
  /** Whether an event of the answer has arrived. An error after it interrupts the answer. */
  #isReady = false;
  #isComplete = false;
  #isAtEnd = false;
  #failure: unknown;

  constructor(origin: FeedOrigin, body: FeedBody, createDecoder: (handlers: FeedHandlers) => FeedDecoder) {
    this.origin = origin;
    this.#body = body;
    this.#decoder = createDecoder({
      onEvent: (name, data) => this.#onEvent(name, data),
      onOverflow: (limit) =>
        this.#fail(streamError(this, 'overflow', `an event is larger than maxEventBytes, ${limit}.`)),
    });
  }

  /** Waits for the first event that is neither a ping nor the first `message_start`. */
  async ready(): Promise<void> {
    while (!this.#isReady) await this.#readOn();
  }

  /** The events that have arrived and have not been taken. */
  get waiting(): readonly MessageStreamEvent[] {
    return this.#queue.slice(this.#taken);
  }

  /** The next event, if one has arrived. Synchronous, since it is called for every event. */
  take(): MessageStreamEvent | undefined {
    const event = this.#queue[this.#taken];
    if (event !== undefined) this.#taken += 1;
    return event;
  }

  /** Waits until `take` has an event to return; rejects if none will come. Must not be called while it is waiting. */
  async fill(): Promise<void> {
    if (this.#taken < this.#queue.length) return;
    this.#queue = [];
    this.#taken = 0;
    while (this.#queue.length === 0) await this.#readOn();
  }

  /** Closes the connection, if it is open. */
  close(): void {
    this.#body.cancel();
  }

  /** Reads a chunk; throws the failure when there is no more to read. */
  async #readOn(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const chunk = await this.#body.next().catch((error: unknown) => this.#fail(error));
    if (chunk === undefined) this.#end();
    else {
      this.bytes += chunk.byteLength;
      this.#decoder.push(chunk);
    }
    if (this.#isComplete) this.#body.finish();
  }

  #onEvent(name: string | undefined, data: string): void {
    // Events after the end, or after a failure, are ignored.
    if (this.#isComplete || this.#failure !== undefined) return;
    const event = decodeEvent(name, data);
    // The incomplete last line of a stream that was cut off. It is reported as a cut, not as a malformed event.
    if (event === undefined && this.#isAtEnd) return;
    this.events += 1;
    const isError = name === 'error' || event?.type === 'error';
    if (event === undefined) this.#onUnreadable(data, isError);
    else if (isError) this.#fail(this.origin.errorIn(event));
    else {
      if (this.#isReady || this.#isWorthKeeping(event)) this.#queue.push(event);
      this.#isComplete = event.type === 'message_stop';
    }
  }

  /**
   * Whether to keep an event that arrives before the answer. Pings may arrive for an hour while a model thinks and
   * nobody reads: only one ping of several in a row is kept.
   */
  #isWorthKeeping({ type }: MessageStreamEvent): boolean {
    if (type === 'ping') return this.#queue.at(-1)?.type !== 'ping';
    this.#isReady = type !== 'message_start' || this.#queue.some((before) => before.type === type);
    return true;
  }

  #onUnreadable(data: string, isError: boolean): void {
    const sentence = `event ${this.events}${isError ? ', an error,' : ''} is not a JSON object: ${excerpt(data, this.origin.redact)}`;
    this.#fail(streamError(this, isError ? 'error-event' : 'malformed', sentence));
  }

  #end(): void {
    this.#isAtEnd = true;
    this.#decoder.end();
    if (this.#isComplete) return;
    const progress = `after ${this.events} events and ${this.bytes} bytes`;
    this.#fail(streamError(this, 'cut', `the stream ended before message_stop, ${progress}.`));
  }

  /** Keeps the first failure. The events before it can still be taken. */
  #fail(failure: unknown): undefined {
    this.#failure ??= failure;
    this.close();
  }
}
