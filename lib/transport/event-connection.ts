import { amend } from '../errors/amend.js';
import type { ClustError } from '../errors/clust-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import type { Attempt } from './attempt.js';
import { BodyReader } from './body-reader.js';
import { decodeEvent } from './decode-event.js';
import { SseDecoder } from './sse.js';
import { cutStream, errorEvent, overflownStream, unreadableEvent } from './stream-failures.js';
import { startTimer } from './timer.js';
import { toFailure } from './to-failure.js';

/**
 * How long the server may keep the connection open behind `message_stop`. As a rule the end of the body is there
 * already, and a body that is read to its end leaves a connection that the next request can use.
 */
const GRACE = 20;

/** These say nothing yet: an error behind them is as good as one that comes first. */
const PRELUDE: ReadonlySet<string> = new Set(['ping', 'message_start']);

/**
 * The events of one response, read on demand: a chunk is read when the events of the last one are taken. It has come
 * to its end with `message_stop`; whatever else ends the body is a failure.
 */
export class EventConnection {
  readonly attempt: Attempt;
  events = 0;
  bytes = 0;
  readonly #reader: BodyReader;
  readonly #decoder: SseDecoder;
  #queue: MessageStreamEvent[] = [];
  #taken = 0;
  #isComplete = false;
  #isAtEnd = false;
  #failure: ClustError | undefined;
  #release: (() => void) | undefined;

  constructor(response: Response, attempt: Attempt, maxEventBytes: number) {
    this.attempt = attempt;
    this.#reader = new BodyReader(response, attempt);
    this.#decoder = new SseDecoder(maxEventBytes, {
      onEvent: (name, data) => this.#onEvent(name, data),
      onOverflow: () => this.#fail(overflownStream(this, maxEventBytes)),
    });
  }

  get http(): HttpInfo {
    return this.attempt.http;
  }

  /** Waits for the first event that says something, so that a failure before it is one of the attempt. */
  async ready(): Promise<void> {
    while (this.#queue.every(({ type }) => PRELUDE.has(type))) await this.#readOn();
    if (!this.#isComplete && this.#failure === undefined) this.#release = this.attempt.hold();
  }

  /** The next event, if one has arrived. */
  take(): MessageStreamEvent | undefined {
    const event = this.#queue[this.#taken];
    if (event !== undefined) this.#taken += 1;
    return event;
  }

  /** Waits until `take` has an event to give; rejects when none will come. Not to be called while it waits. */
  async fill(): Promise<void> {
    if (this.#taken < this.#queue.length) return;
    this.#queue = [];
    this.#taken = 0;
    while (this.#queue.length === 0) await this.#readOn();
  }

  /** Closes the connection, if it is open. */
  close(): void {
    this.#reader.cancel();
    this.#release?.();
  }

  /** Reads a chunk; throws what went wrong when there is no more to read. */
  async #readOn(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      const chunk = await this.#reader.next();
      this.bytes += chunk?.byteLength ?? 0;
      if (chunk === undefined) this.#end();
      else this.#decoder.push(chunk);
    } catch (error) {
      this.#fail(amend(toFailure(error, this.attempt, 'body'), { attempts: this.attempt.number }));
    }
    if (this.#isComplete) void this.#finish();
  }

  #onEvent(name: string | undefined, data: string): void {
    // Behind the end, and behind a failure, nothing counts.
    if (this.#isComplete || this.#failure !== undefined) return;
    const event = decodeEvent(name, data);
    // The last line of a stream that was cut: it is not malformed, it is not there.
    if (event === undefined && this.#isAtEnd) return;
    this.events += 1;
    if (event?.type === 'error' || name === 'error') this.#fail(errorEvent(this, event, data));
    else if (event === undefined) this.#fail(unreadableEvent(this, data));
    else {
      this.#queue.push(event);
      this.#isComplete = event.type === 'message_stop';
    }
  }

  #end(): void {
    this.#isAtEnd = true;
    this.#decoder.end();
    if (!this.#isComplete) this.#fail(cutStream(this));
  }

  #fail(failure: ClustError): void {
    this.#failure ??= failure;
    this.close();
  }

  /** Reads the end of the body, not waiting long for it. */
  async #finish(): Promise<void> {
    const stopTimer = startTimer(GRACE, () => this.#reader.cancel());
    // The message is whole: nothing that happens to the connection now is a failure.
    await this.#reader.next().catch(() => undefined);
    stopTimer();
    this.close();
  }
}
