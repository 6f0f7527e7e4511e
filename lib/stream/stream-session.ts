import { onAbort } from '../base/abort.js';
import { type MessageResponse, responseOf } from '../content/message-response.js';
import { AbortedError } from '../errors/aborted-error.js';
import { amend } from '../errors/amend.js';
import { isClustError } from '../errors/guards.js';
import type { StreamError } from '../errors/stream-error.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import { MalformedEvent } from './accumulate/malformed-event.js';
import { MessageAccumulator } from './accumulate/message-accumulator.js';
import type { EventFeed } from './event-feed.js';
import { streamError } from './stream-errors.js';
import type { MessageStreamOptions } from './stream-options.js';

/** Opens the connection. Called once, when the stream is first read. The signal aborts when the stream is given up. */
export type OpenEventFeed = (signal: AbortSignal) => Promise<EventFeed>;

/**
 * The state of one stream: who reads it, how much has arrived, how it ended. It ends complete or failed, and never
 * changes after that: every later call gets the same result at once.
 */
export class StreamSession<Request = unknown> {
  readonly #open: OpenEventFeed;
  readonly #options: MessageStreamOptions;
  readonly #controller = new AbortController();
  #consumer: object | undefined;
  #accumulator: MessageAccumulator | undefined;
  #opening: Promise<EventFeed> | undefined;
  #feed: EventFeed | undefined;
  #advancing: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #isComplete = false;
  #message: MessageResponse<Request> | undefined;
  /** Removes the listener from the caller's signal. */
  #removeAbortListener: (() => void) | undefined;

  constructor(open: OpenEventFeed, options: MessageStreamOptions) {
    this.#open = open;
    this.#options = options;
  }

  /** Whether `message_stop` has been taken. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The source of the events, once it is open. */
  get feed(): EventFeed | undefined {
    return this.#feed;
  }

  /** The message so far; the complete message at the end. */
  get snapshot(): MessageResponse<Request> | undefined {
    const body = this.#message ?? this.#accumulator?.body;
    if (body === undefined || this.#feed === undefined) return undefined;
    return this.#message ?? responseOf(body, this.#feed.origin.http, this.#options.readOutput);
  }

  /** Registers `consumer` as the reader of the stream; throws if there is another, or if the stream has failed. */
  claim(consumer: object): void {
    if (this.#failure !== undefined) throw this.#failure.error;
    if (this.#consumer === consumer) return;
    if (this.#consumer !== undefined)
      throw this.#consumed('has another reader already: a stream can be read once');
    this.#consumer = consumer;
    // A reader that asks for the message needs it assembled, whatever the options say.
    const keeps = consumer === this || this.#options.accumulate !== false;
    if (keeps) this.#accumulator = new MessageAccumulator();
  }

  /** The next event, if one has arrived; throws when the stream has failed. */
  take(): MessageStreamEvent | undefined {
    if (this.#failure !== undefined) throw this.#failure.error;
    const event = this.#feed?.take();
    if (event === undefined) return undefined;
    if (this.#accumulator !== undefined) this.#accumulate(this.#accumulator, event);
    if (event.type === 'message_stop') this.#complete();
    return event;
  }

  /** Ends the stream because of an event that could not be read; returns the error to throw. */
  malformed(cause: unknown): unknown {
    const what = cause instanceof MalformedEvent ? cause.message : 'one is not shaped as the API promises';
    const sentence = `the events of the stream do not fit together: ${what}.`;
    return this.#fail(streamError(this.#feed, 'malformed', sentence, { cause }));
  }

  /** Waits for more events, and opens the connection if it is not open; rejects if the stream has failed. */
  advance(): Promise<void> {
    this.#advancing ??= this.#advance().finally(() => {
      this.#advancing = undefined;
    });
    return this.#advancing;
  }

  /** Opens the connection, if it is not open, without reading an event; rejects if the stream has failed. */
  async opened(): Promise<EventFeed> {
    this.#opening ??= this.#start();
    const feed = await this.#opening.catch((error: unknown) => this.#fail(error));
    // The stream may have been aborted while the connection was being opened.
    if (this.#failure !== undefined) throw this.#failure.error;
    return feed as EventFeed;
  }

  /** Reads to the end, and returns the message. */
  async message(): Promise<MessageResponse<Request>> {
    while (!this.#isComplete) {
      this.claim(this);
      while (this.take() !== undefined);
      if (!this.#isComplete) await this.advance();
    }
    const message = this.snapshot;
    if (message === undefined)
      throw this.#consumed('has no message: with accumulate: false none is assembled');
    return message;
  }

  /** Gives up the stream. Does nothing once it has ended. */
  abort(reason?: unknown): void {
    if (this.#isComplete || this.#failure !== undefined) return;
    this.#controller.abort(reason);
    this.#fail(this.#aborted(this.#controller.signal.reason));
  }

  /** Called when the consumer needs no more events. Does nothing once the stream has ended. */
  close(): void {
    if (this.#isComplete || this.#failure !== undefined) return;
    this.#fail(this.#consumed('was closed before its end'));
    // Also gives up a connection that is being opened.
    this.#controller.abort();
  }

  async #advance(): Promise<void> {
    try {
      const feed = this.#feed ?? (await this.opened());
      await feed.fill();
    } catch (error) {
      this.#fail(error);
    }
    // An abort closes the connection, which also resolves the wait.
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #start(): Promise<EventFeed> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const { signal } = this.#options;
    if (signal?.aborted) throw this.#aborted(signal.reason);
    if (signal) this.#removeAbortListener = onAbort(signal, () => this.abort(signal.reason));
    const feed = await this.#open(this.#controller.signal);
    if (this.#failure === undefined) this.#feed = feed;
    else feed.close();
    return feed;
  }

  #accumulate(accumulator: MessageAccumulator, event: MessageStreamEvent): void {
    try {
      accumulator.add(event);
    } catch (error) {
      throw this.malformed(error);
    }
  }

  #aborted(cause: unknown): AbortedError {
    const { where = 'The stream', attempts = 0 } = this.#feed?.origin ?? {};
    return amend(new AbortedError(where, { cause }), { attempts });
  }

  #consumed(why: string): StreamError {
    return streamError(this.#feed, 'consumed', `the stream ${why}.`, { partial: this.snapshot });
  }

  #complete(): void {
    this.#isComplete = true;
    this.#message = this.snapshot;
    this.#settle();
  }

  /** Keeps the first failure, and adds the message so far to it. */
  #fail(error: unknown): unknown {
    if (this.#failure === undefined) {
      const partial = this.snapshot;
      this.#failure = { error: partial && isClustError(error) ? amend(error, { partial }) : error };
      this.#settle();
      this.#feed?.close();
    }
    return this.#failure.error;
  }

  /** Removes the listener from the caller's signal, which may outlive the stream. */
  #settle(): void {
    this.#removeAbortListener?.();
    this.#options.onEnd?.(this.#message);
  }
}
