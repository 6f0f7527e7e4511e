import { apiErrorFromEvent } from '../../errors/api-error-from-event.js';
import type { ClustError } from '../../errors/clust-error.js';
import { ConnectionError } from '../../errors/connection-error.js';
import { StreamError, type StreamErrorReason } from '../../errors/stream-error.js';
import type { MessageStreamEvent } from '../../wire/message-stream-event.js';
import type { EventFeed, OpenEventFeed } from '../event-feed.js';
import { LineSplitter } from './line-splitter.js';
import { unknownHttp } from './unknown-http.js';

/** As much as a line of a relay may hold: far above any event, far below what a process can. */
const MAX_LINE = 32 * 1024 * 1024;

/** What errors call the other side. */
const WHERE = 'The relayed stream';

/** Reads what `relayEvents` wrote. */
export function openRelay(readable: ReadableStream<Uint8Array>): OpenEventFeed {
  return async () => {
    if (!readable.locked) return new RelayFeed(readable.getReader());
    throw new StreamError(`${WHERE} is read by somebody else already.`, { reason: 'consumed' });
  };
}

class RelayFeed implements EventFeed {
  readonly http = unknownHttp();
  events = 0;
  bytes = 0;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #splitter = new LineSplitter();
  #queue: MessageStreamEvent[] = [];
  #taken = 0;
  #isComplete = false;
  #failure: ClustError | undefined;

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#reader = reader;
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
    while (this.#queue.length === 0) {
      if (this.#failure !== undefined) throw this.#failure;
      await this.#readOn();
    }
  }

  close(): void {
    // One that has failed rejects again with what `read` has rejected with.
    this.#reader.cancel().catch(() => undefined);
  }

  async #readOn(): Promise<void> {
    const { value, done } = await this.#reader.read().catch((cause: unknown) => {
      throw new ConnectionError(`${WHERE} was lost.`, { phase: 'body', retryable: true }, { cause });
    });
    this.bytes += value?.byteLength ?? 0;
    for (const line of this.#splitter.push(this.#decoder.decode(value, { stream: !done })))
      this.#readLine(line);
    if (this.#splitter.rest.length > MAX_LINE)
      this.#fail('overflow', `has a line of more than ${MAX_LINE} characters`);
    if (done) this.#end();
  }

  #readLine(line: string): void {
    // Behind the end, and behind a failure, nothing counts.
    if (line.trim() === '' || this.#isComplete || this.#failure !== undefined) return;
    this.events += 1;
    const event = parseEvent(line);
    if (event === undefined) this.#fail('malformed', `has a line that is no event, line ${this.events}`);
    else if (event.type === 'error') this.#failure = apiErrorFromEvent(event, { where: WHERE });
    else {
      this.#queue.push(event);
      this.#isComplete = event.type === 'message_stop';
    }
    if (this.#isComplete || this.#failure !== undefined) this.close();
  }

  #end(): void {
    // A last line without its line break: whole, or cut.
    if (parseEvent(this.#splitter.rest) !== undefined) this.#readLine(this.#splitter.rest);
    if (!this.#isComplete) this.#fail('cut', 'ended before message_stop: the answer is not whole');
  }

  #fail(reason: StreamErrorReason, what: string): void {
    this.#failure ??= new StreamError(`${WHERE} ${what}.`, {
      reason,
      events: this.events,
      bytes: this.bytes,
    });
    this.close();
  }
}

function parseEvent(line: string): MessageStreamEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === 'object' && value !== null && 'type' in value;
    // `relayEvents` wrote what it had taken from a stream.
    return isEvent && typeof value.type === 'string' ? (value as MessageStreamEvent) : undefined;
  } catch {
    return undefined;
  }
}
