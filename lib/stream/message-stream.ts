import type { MessageResponse } from '../content/message-response.js';
import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import type { OutputOf } from '../wire/typed-request.js';
import type { DeepPartial } from './deep-partial.js';
import { EventIterator, type Select } from './event-iterator.js';
import { PartialJson } from './partial-json/partial-json.js';
import { openRelay } from './relay/open-relay.js';
import { relayEvents } from './relay/relay-events.js';
import type { MessageStreamOptions } from './stream-options.js';
import { type OpenEventFeed, StreamSession } from './stream-session.js';
import { textOf } from './text-of.js';
import type { ToolInputPart } from './tool-input-part.js';
import { selectToolInputs } from './tool-inputs.js';

/**
 * A message that can be read while the model writes it.
 *
 * The request is sent when the stream is first read, and the socket is read only as fast as the stream is. A stream is
 * read once, in one of six ways: its events (`for await`), its text, the inputs of its tools, its output, its message,
 * or as a relay. It is complete when the event `message_stop` has arrived. A cut connection, an idle timeout, an abort
 * and an `error` event each throw an error whose `partial` holds what had arrived.
 *
 * A second reader gets a `StreamError` with the reason `consumed`. Only `finalMessage()` and `finalText()` may follow
 * another reader, once that one has finished.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Tell me a story.').build();
 * const stream = Client.fromEnv().createMessageStream(request);
 * for await (const text of stream.textStream()) process.stdout.write(text);
 * const { usage } = await stream.finalMessage();
 * ```
 */
export class MessageStream<Request = unknown> implements AsyncIterable<MessageStreamEvent>, AsyncDisposable {
  readonly #session: StreamSession<Request>;

  /** @internal Streams come from `client.createMessageStream()`, or from `MessageStream.fromReadableStream()`. */
  constructor(open: OpenEventFeed, options: MessageStreamOptions = {}) {
    this.#session = new StreamSession(open, options);
  }

  /**
   * Reads the bytes that `toReadableStream()` produced on the other side of a connection: newline-delimited JSON. In a
   * browser that is the body of a `fetch` to your server.
   *
   * @example
   * ```ts
   * import { MessageStream } from 'clust';
   *
   * async function show(output: HTMLElement): Promise<void> {
   *   const { body } = await fetch('/answer');
   *   if (body === null) return;
   *   for await (const text of MessageStream.fromReadableStream(body).textStream()) output.append(text);
   * }
   * ```
   */
  static fromReadableStream<Request = unknown>(
    readable: ReadableStream<Uint8Array>,
    options: MessageStreamOptions = {},
  ): MessageStream<Request> {
    return new MessageStream(openRelay(readable), options);
  }

  /** The response behind the stream: its request id and rate limits. `undefined` until the first event has arrived. */
  get http(): HttpInfo | undefined {
    return this.#session.feed?.origin.http;
  }

  /**
   * Sends the request, if it has not been sent, and resolves when the API has answered. It reads no event, so any
   * method that reads the stream may be called next.
   *
   * @throws {ClustError} The error of the call: an `ApiError` for an error status, a `ValidationError` if the request
   * was not sent.
   *
   * @example
   * ```ts
   * import { Client, isApiError, MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hello!').build();
   * const stream = Client.fromEnv().createMessageStream(request);
   * try {
   *   const { requestId } = await stream.opened();
   *   console.log(requestId);
   * } catch (error) {
   *   if (isApiError(error, 'rate_limit_error')) console.log('Too many requests.');
   * }
   * ```
   */
  async opened(): Promise<HttpInfo> {
    const { origin } = await this.#session.opened();
    return origin.http;
  }

  /** The message as far as it has been read; `undefined` before its first event. Every access returns a new object. */
  get snapshot(): MessageResponse<Request> | undefined {
    return this.#session.snapshot;
  }

  /**
   * All events, in the order of the API, including `ping` and events that this release does not know. Of several pings
   * in a row before the first block, only one is yielded.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<MessageStreamEvent> {
    return new EventIterator(this.#session, (event) => event);
  }

  /** The text of the answer, piece by piece. Joined with nothing between, the pieces are `finalText()`. */
  textStream(): AsyncIterableIterator<string> {
    return new EventIterator(this.#session, textOf);
  }

  /**
   * The inputs of your tools while the model writes them. Yields a part for each piece of JSON: `input` is the JSON so
   * far, and `done` is true for the last part of each call. The CPU time grows linearly with the length of the JSON.
   */
  toolInputStream(): AsyncIterableIterator<ToolInputPart<Request>> {
    return new EventIterator(this.#session, selectToolInputs<Request>());
  }

  /**
   * The structured output while the model writes it: yields the JSON so far, for each piece. These values are not
   * checked against the schema; `parsed` of the final message is.
   */
  outputStream(): AsyncIterableIterator<DeepPartial<OutputOf<Request>>> {
    return new EventIterator(this.#session, selectOutputs<Request>());
  }

  /**
   * The complete message. Reads the stream to its end, unless another reader has done so.
   *
   * @throws {StreamError} With the reason `consumed` if another reader has started and not finished; with another
   * reason if the stream fails. Other errors of the call are thrown as well.
   */
  finalMessage(): Promise<MessageResponse<Request>> {
    return this.#session.message();
  }

  /** The text of the complete message. It reads and throws as `finalMessage()` does. */
  async finalText(): Promise<string> {
    const { text } = await this.#session.message();
    return text;
  }

  /**
   * Gives up the answer and closes the connection. Whoever reads the stream, now or later, gets an `AbortedError` whose
   * `cause` is `reason`. Does nothing once the stream has ended.
   */
  abort(reason?: unknown): void {
    this.#session.abort(reason);
  }

  /** Closes the connection, if it is open: `await using stream = client.createMessageStream(request)`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#session.close();
  }

  /**
   * The stream as bytes: one JSON event per line. Send it to a browser, and read it there with
   * `MessageStream.fromReadableStream()`.
   *
   * An error of the API is sent as the last line, and the readable stream then ends: the page gets the same `ApiError`,
   * with its `partial`, and `finalMessage()` rejects with it here. Any other failure, such as a lost connection to the
   * API, makes the readable stream fail with the error.
   */
  toReadableStream(): ReadableStream<Uint8Array> {
    return relayEvents(this.#session);
  }
}

/**
 * The JSON of the answer so far, at each piece of its text. If the answer has several text blocks, the JSON of the
 * last.
 */
function selectOutputs<Request>(): Select<DeepPartial<OutputOf<Request>>> {
  let view = new PartialJson();
  return (event) => {
    if (event.type === 'content_block_start') view = new PartialJson();
    const text = textOf(event);
    if (text === undefined) return undefined;
    view.push(text);
    // The API writes JSON that follows the schema of the request.
    return view.value as DeepPartial<OutputOf<Request>> | undefined;
  };
}
