import { type EventStreamOptions, openEvents } from '../../lib/endpoints/open-events.js';
import { MessageStream } from '../../lib/stream/message-stream.js';
import type { MessageStreamOptions } from '../../lib/stream/stream-options.js';
import type { Call } from '../../lib/transport/call.js';
import { execute } from '../../lib/transport/execute.js';
import { httpInfoOf } from '../../lib/transport/http-info.js';
import type { Runtime, TransportConfig } from '../../lib/transport/transport-config.js';
import type { MessageStreamEvent } from '../../lib/wire/message-stream-event.js';
import { configFor } from './transport.js';

type Options = MessageStreamOptions & EventStreamOptions;

/** A stream over the transport, as a client creates it, but without retries. */
export function openStream(
  config: TransportConfig,
  { signal, ...options }: Options = {},
  call: Partial<Call> = {},
): MessageStream {
  const post = { method: 'POST', path: '/v1/messages', json: { stream: true }, retry: { limit: 0 }, ...call };
  const open = (given: AbortSignal) => execute({ ...post, signal: given }, config, openEvents(options));
  return new MessageStream(open, { signal, ...options });
}

/** A stream from a local server. */
export function streamFrom(
  url: string,
  options?: Options,
  call?: Partial<Call>,
  runtime?: Partial<Runtime>,
): MessageStream {
  const config = configFor(url);
  return openStream({ ...config, runtime: { ...config.runtime, ...runtime } }, options, call);
}

/** A stream from bytes, in these pieces, through a custom fetch. */
export function streamOf(pieces: Iterable<Uint8Array>, options?: Options): MessageStream {
  const fetch = async () => sseResponse(pieces);
  return openStream(configFor('http://127.0.0.1', { fetch }), options);
}

/** A stream from bytes without a client, for tests that read tens of thousands of streams. */
export function bareStreamOf(pieces: Iterable<Uint8Array>, options: Options = {}): MessageStream {
  const nothing = () => undefined;
  const http = httpInfoOf(sseResponse([]), Date.now());
  const clocks = { idle: { start: nothing, rest: nothing, stop: nothing }, hold: () => nothing };
  const attempt = { maxResponseBytes: 1024, attempts: 1, where: 'POST /', http, redact: String, ...clocks };
  return new MessageStream(
    (signal) => openEvents(options)(sseResponse(pieces), { ...attempt, signal }),
    options,
  );
}

export function sseResponse(pieces: Iterable<Uint8Array>): Response {
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const headers = { 'content-type': 'text/event-stream', 'request-id': 'req_test' };
  return new Response(body, { headers });
}

/** Bytes in pieces of a size. */
export function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Writes events, or other objects that a gateway may send, in the format of the API. */
export function sse(...events: readonly object[]): string {
  return events
    .map((event) => `event: ${Reflect.get(event, 'type')}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('');
}

/** A stream of the given events. */
export function streamOfEvents(events: readonly object[], options?: Options): MessageStream {
  return streamOf([bytesOf(sse(...events))], options);
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export const start = {
  type: 'message_start',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 1 },
  },
};

export const stop = { type: 'message_stop' };

export function ended(stopReason: string, usage: object = { output_tokens: 5 }): object {
  return { type: 'message_delta', delta: { stop_reason: stopReason, stop_sequence: null }, usage };
}

/** The events of one block: its start, these deltas, its stop. */
export function block(index: number, contentBlock: object, ...deltas: readonly object[]): object[] {
  return [
    { type: 'content_block_start', index, content_block: contentBlock },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

export function textBlock(index: number, ...texts: readonly string[]): object[] {
  return block(index, { type: 'text', text: '' }, ...texts.map((text) => ({ type: 'text_delta', text })));
}

export function toolBlock(index: number, name: string, ...json: readonly string[]): object[] {
  const deltas = json.map((partial_json) => ({ type: 'input_json_delta', partial_json }));
  return block(index, { type: 'tool_use', id: `toolu_${index}`, name, input: {} }, ...deltas);
}

/** A whole answer around these blocks. */
export function answer(...blocks: readonly object[][]): object[] {
  return [start, ...blocks.flat(), ended('end_turn'), stop];
}

export type { MessageStreamEvent };
