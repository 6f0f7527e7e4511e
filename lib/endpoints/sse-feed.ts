import { apiErrorFromEvent } from '../errors/api-error-from-event.js';
import type { ClustError } from '../errors/clust-error.js';
import { isClustError, isConnectionError } from '../errors/guards.js';
import { StreamError, type StreamErrorReason } from '../errors/stream-error.js';
import type { EventFeed } from '../stream/event-feed.js';
import type { Attempt } from '../transport/attempt.js';
import { BodyReader } from '../transport/body-reader.js';
import { redact } from '../transport/redact.js';
import { SseDecoder } from '../transport/sse.js';
import { startTimer } from '../transport/timer.js';
import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import { refuseOtherContent } from './stream-content.js';

const EXCERPT = 200;

/** How long the end of a body may take behind its last event, in milliseconds. */
const AFTERMATH = 100;

/** The events of one answer, from its bytes. It is over with `message_stop`, whatever the connection does then. */
export class SseFeed implements EventFeed {
  readonly http: HttpInfo;
  events = 0;
  bytes = 0;
  readonly #attempt: Attempt;
  readonly #reader: BodyReader;
  readonly #decoder: SseDecoder;
  #release: () => void = () => undefined;
  #queue: MessageStreamEvent[] = [];
  #taken = 0;
  #isComplete = false;
  #failure: ClustError | undefined;

  private constructor(response: Response, attempt: Attempt, maxEventBytes: number) {
    this.#attempt = attempt;
    this.http = attempt.http;
    this.#reader = new BodyReader(response, attempt);
    this.#decoder = new SseDecoder(maxEventBytes, {
      onEvent: (name, data) => this.#add(name, data),
      onOverflow: () => this.#fail('overflow', `has an event of more than ${maxEventBytes} bytes`),
    });
  }

  /**
   * Reads until an event says that the answer has begun: `ping` and `message_start` do not. A failure before it is one
   * of the attempt, and the call may be made again; nothing was handed out.
   */
  static async open(response: Response, attempt: Attempt, maxEventBytes: number): Promise<SseFeed> {
    await refuseOtherContent(response, attempt);
    const feed = new SseFeed(response, attempt, maxEventBytes);
    while (!feed.#queue.some(({ type }) => type !== 'ping' && type !== 'message_start')) await feed.#readOn();
    feed.#release = attempt.hold();
    if (feed.#isComplete || feed.#failure !== undefined) feed.#release();
    return feed;
  }

  take(): MessageStreamEvent | undefined {
    const event = this.#queue[this.#taken];
    if (event !== undefined) this.#taken += 1;
    return event;
  }

  async fill(): Promise<void> {
    if (this.#taken < this.#queue.length) return;
    this.#queue = [];
    this.#taken = 0;
    while (this.#queue.length === 0) await this.#readOn();
  }

  close(): void {
    this.#release();
    this.#reader.cancel();
  }

  async #readOn(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      const chunk = await this.#reader.next();
      this.bytes += chunk?.byteLength ?? 0;
      if (chunk !== undefined) this.#decoder.push(chunk);
      else this.#end();
    } catch (error) {
      this.#lose(error);
    }
  }

  #end(): void {
    this.#decoder.end();
    if (!this.#isComplete) this.#fail('cut', 'ended before message_stop: the answer is not whole');
  }

  #add(name: string | undefined, data: string): void {
    // Behind the end, and behind a failure, nothing counts.
    if (this.#isComplete || this.#failure !== undefined) return;
    this.events += 1;
    const event = parseEvent(name, data);
    if (event?.type === 'error') this.#failWith(this.#apiError(data));
    else if (event !== undefined) this.#queue.push(event);
    else if (name === 'error')
      this.#fail('error-event', `reported an error: ${redact(data).slice(0, EXCERPT)}`);
    else
      this.#fail(
        'malformed',
        `has an event that is no JSON object with a type: ${redact(data).slice(0, EXCERPT)}`,
      );
    if (event?.type === 'message_stop') this.#complete();
  }

  /** The end of the body mostly comes right behind the last event. Read, it leaves the connection to the next call. */
  #complete(): void {
    this.#isComplete = true;
    this.#release();
    const stopTimer = startTimer(AFTERMATH, () => this.#reader.cancel());
    // The answer is whole: how the connection ends does not matter any more.
    this.#reader.next().then(stopTimer, stopTimer);
  }

  #apiError(data: string): ClustError {
    const { where, number: attempts, http } = this.#attempt;
    const { requestId, rateLimit } = http;
    return apiErrorFromEvent(JSON.parse(redact(data)), { where, requestId, rateLimit, attempts });
  }

  /** What the reading of the body, or the decoder, threw. */
  #lose(error: unknown): void {
    if (isConnectionError(error) && error.retryable) {
      this.#fail('cut', 'was cut off before message_stop: the answer is not whole', error.cause);
    } else if (isClustError(error)) {
      this.#failWith(error);
    } else {
      this.#fail('malformed', 'cannot be read', error);
    }
  }

  #fail(reason: StreamErrorReason, what: string, cause?: unknown): void {
    const { where, number: attempts, http } = this.#attempt;
    const { events, bytes } = this;
    const facts = { reason, events, bytes, attempts, requestId: http.requestId };
    this.#failWith(
      new StreamError(`The answer to ${where} ${what}.`, facts, cause === undefined ? {} : { cause }),
    );
  }

  #failWith(failure: ClustError): void {
    this.#failure ??= failure;
    this.close();
  }
}

/** The type is in the data; what a gateway leaves out there the field `event` may say. */
function parseEvent(name: string | undefined, data: string): MessageStreamEvent | undefined {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return undefined;
    const event = 'type' in value || name === undefined ? value : { type: name, ...value };
    // The union is open: an object with a type is an event, known or not.
    return 'type' in event && typeof event.type === 'string' ? (event as MessageStreamEvent) : undefined;
  } catch {
    return undefined;
  }
}
