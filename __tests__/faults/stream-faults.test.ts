import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { type Exchange, type Script, serveFaults } from '../support/fault-server.js';
import { answer, collect, ended, sse, start, stop, streamFrom, textBlock } from '../support/streams.js';
import { failureOf } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';

const opening = sse(start, ...textBlock(0, 'Hello', ' wor').slice(0, -1));
const whole = sse(...answer(textBlock(0, 'Hello', ' world')));

const request = {
  model: 'claude-haiku-4-5',
  max_tokens: 9,
  messages: [{ role: 'user', content: 'Hi' }],
} as const;

const readers = {
  'a for await loop': (stream: MessageStream) => collect(stream),
  'textStream()': (stream: MessageStream) => collect(stream.textStream()),
  'toolInputStream()': (stream: MessageStream) => collect(stream.toolInputStream()),
  'finalMessage()': (stream: MessageStream) => stream.finalMessage(),
  'finalText()': (stream: MessageStream) => stream.finalText(),
  'toReadableStream()': (stream: MessageStream) => collect(stream.toReadableStream()),
} satisfies Record<string, (stream: MessageStream) => Promise<unknown>>;

const everyReader = Object.entries(readers);

/** Sends a response that ends when its connection ends. */
const unframed =
  (body: string, end: (exchange: Exchange) => unknown = (exchange) => exchange.finish()): Script =>
  async (exchange) => {
    await exchange.startUnframed();
    await exchange.send(body);
    await end(exchange);
  };

/** Sends a response in one chunk, on a connection that stays open. */
const chunked =
  (body: string, end: (exchange: Exchange) => unknown = (exchange) => exchange.endChunks()): Script =>
  async (exchange) => {
    await exchange.startChunked();
    await exchange.sendChunk(body);
    await end(exchange);
  };

describe('AT-1.1 a stream that ends before message_stop', () => {
  const cuts: [string, Script][] = [
    ['with the end of its chunks', chunked(opening)],
    ['with the end of its connection', unframed(opening)],
    ['inside a data line', unframed(`${opening}event: content_block_delta\ndata: {"type":"content_bl`)],
    ['after message_delta', unframed(opening + sse(ended('end_turn')))],
  ];
  const cases = cuts.flatMap(([where, script]) =>
    everyReader.map(([what, read]) => ({ where, script, what, read })),
  );

  test.each(cases)('$where rejects $what', async ({ script, read }) => {
    const server = await serveFaults(script);
    expect(await failureOf(read(streamFrom(server.url)))).toMatchObject({
      name: 'StreamError',
      reason: 'cut',
      retryable: true,
      requestId: 'req_fault',
      message: expect.stringContaining('the stream ended before message_stop'),
      partial: { id: 'msg_1', text: 'Hello wor' },
    });
  });

  test('fails with the number of events and bytes that arrived', async () => {
    const server = await serveFaults(unframed(opening));
    expect(await failureOf(streamFrom(server.url).finalMessage())).toMatchObject({
      events: 4,
      bytes: opening.length,
      attempts: 1,
      message: expect.stringContaining(
        `POST ${server.url}/v1/messages: the stream ended before message_stop, after 4 events and ${opening.length} bytes`,
      ),
    });
  });
});

describe('AT-1.2 an abort', () => {
  const reason = new Error('The user left.');

  test.each(everyReader)('mid-stream rejects %s and closes the connection', async (what, read) => {
    const server = await serveFaults(chunked(opening, () => undefined));
    const stream = streamFrom(server.url);
    const failure = failureOf(read(stream));
    await untilOpen(stream);
    stream.abort(reason);
    expect(await failure).toMatchObject({ name: 'AbortedError', cause: reason });
    if (what !== 'toReadableStream()') expect(await failure).toMatchObject({ partial: { id: 'msg_1' } });
    await expect(server.exchanges[0]?.left).resolves.toBeUndefined();
  });

  test('by the signal of the call rejects with the partial message', async () => {
    const server = await serveFaults(chunked(opening, () => undefined));
    const controller = new AbortController();
    const stream = streamFrom(server.url, { signal: controller.signal });
    const failure = failureOf(collect(stream));
    await untilOpen(stream);
    controller.abort(reason);
    expect(await failure).toMatchObject({
      name: 'AbortedError',
      cause: reason,
      partial: { text: 'Hello wor' },
    });
  });

  test('rejects even after the whole response has arrived', async () => {
    const server = await serveFaults(chunked(whole));
    const stream = streamFrom(server.url);
    const reading = (async () => {
      for await (const text of stream.textStream()) if (text === 'Hello') stream.abort(reason);
    })();
    expect(await failureOf(reading)).toMatchObject({ name: 'AbortedError', partial: { text: 'Hello' } });
  });

  test('by the signal of a client call rejects even then, and leaves no listener', async () => {
    const server = await serveFaults(chunked(whole));
    const controller = new AbortController();
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
    const stream = client.createMessageStream(unchecked(request), { signal: controller.signal });
    const failure = failureOf(
      (async () => {
        for await (const text of stream.textStream()) if (text === 'Hello') controller.abort(reason);
      })(),
    );
    expect(await failure).toMatchObject({
      name: 'AbortedError',
      cause: reason,
      attempts: 1,
      partial: { text: 'Hello' },
      message: `POST ${server.url}/v1/messages was aborted by the caller.`,
    });
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  test('before the first byte rejects and closes the connection', async () => {
    const server = await serveFaults(() => undefined);
    const stream = streamFrom(server.url);
    const failure = failureOf(stream.finalMessage());
    while (server.exchanges.length === 0) await new Promise(setImmediate);
    stream.abort(reason);
    expect(await failure).toMatchObject({ name: 'AbortedError', cause: reason });
    await expect(server.exchanges[0]?.left).resolves.toBeUndefined();
  });

  test('before the stream is read rejects it without sending a request', async () => {
    const server = await serveFaults(chunked(whole));
    const stream = streamFrom(server.url);
    stream.abort(reason);
    expect(await failureOf(collect(stream))).toMatchObject({ name: 'AbortedError', cause: reason });
    const signal = AbortSignal.abort(reason);
    const failure = await failureOf(streamFrom(server.url, { signal }).finalText());
    expect(failure).toMatchObject({ name: 'AbortedError', cause: reason });
    expect(server.exchanges).toHaveLength(0);
  });

  test('between two attempts rejects without another request', async () => {
    const server = await serveFaults(unframed(sse({ type: 'error', error: { type: 'overloaded_error' } })));
    const stream = streamFrom(server.url, {}, { retry: { limit: 5 } }, { sleep: never });
    const failure = failureOf(stream.finalMessage());
    while (server.exchanges.length === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 50));
    stream.abort(reason);
    expect(await failure).toMatchObject({ name: 'AbortedError', cause: reason });
    expect(server.exchanges).toHaveLength(1);
  });

  test('after the end has no effect', async () => {
    const server = await serveFaults(chunked(whole));
    const stream = streamFrom(server.url);
    await stream.finalMessage();
    stream.abort(reason);
    expect(await stream.finalText()).toBe('Hello world');
  });
});

/** A sleep that only an abort ends. */
function never(_milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

async function untilOpen(stream: MessageStream): Promise<void> {
  while (stream.http === undefined) await new Promise(setImmediate);
  // The first event has arrived. Let the reader take it.
  await new Promise(setImmediate);
}

test.each([
  ['AT-1.3 leaving a loop over the events', (stream: MessageStream) => stream],
  ['AT-1.3 leaving a loop over textStream()', (stream: MessageStream) => stream.textStream()],
  ['AT-1.3 leaving a loop over toReadableStream()', (stream: MessageStream) => stream.toReadableStream()],
])('%s is not an error and closes the socket at once', async (_what, read) => {
  const server = await serveFaults(chunked(opening, () => undefined));
  for await (const _ of read(streamFrom(server.url))) break;
  const left = performance.now();
  await server.exchanges[0]?.left;
  // On an idle machine it takes 100 ms.
  expect(performance.now() - left).toBeLessThan(1000);
});

test('AT-1.4 a message that max_tokens cut off has truncated: true', async () => {
  const server = await serveFaults(chunked(sse(start, ...textBlock(0, 'Hello'), ended('max_tokens'), stop)));
  expect((await streamFrom(server.url).finalMessage()).truncated).toBe(true);
});

describe('AT-2.1 a server that goes silent', () => {
  test.each(everyReader)('makes %s reject with a TimeoutError and close the socket', async (_what, read) => {
    const server = await serveFaults(chunked(opening, () => undefined));
    const failure = await failureOf(read(streamFrom(server.url, {}, { timeout: { idle: 200 } })));
    expect(failure).toMatchObject({
      name: 'TimeoutError',
      phase: 'idle',
      ms: 200,
      partial: { text: 'Hello wor' },
    });
    await expect(server.exchanges[0]?.left).resolves.toBeUndefined();
  });

  test('after message_start causes a TimeoutError', async () => {
    const server = await serveFaults(chunked(sse(start), () => undefined));
    const stream = streamFrom(server.url, {}, { timeout: { idle: 100 } });
    expect(await failureOf(stream.finalMessage())).toMatchObject({ name: 'TimeoutError', phase: 'idle' });
  });

  test('except for pings causes no timeout', async () => {
    const server = await serveFaults(async (exchange) => {
      await exchange.startChunked();
      await exchange.sendChunk(opening);
      for (let pings = 0; pings < 6; pings += 1) {
        await exchange.sleep(100);
        await exchange.sendChunk(sse({ type: 'ping' }));
      }
      await exchange.sendChunk(sse(ended('end_turn'), stop));
      await exchange.endChunks();
    });
    const stream = streamFrom(server.url, {}, { timeout: { idle: 300 } });
    expect(await stream.finalText()).toBe('Hello wor');
  });

  test('is not confused with a slow reader', async () => {
    const server = await serveFaults(async (exchange) => {
      await exchange.startChunked();
      for (const piece of whole.split(/(?<=\n\n)/)) await exchange.sendChunk(piece);
      await exchange.endChunks();
    });
    const texts: string[] = [];
    for await (const text of streamFrom(server.url, {}, { timeout: { idle: 50 } }).textStream()) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      texts.push(text);
    }
    expect(texts).toEqual(['Hello', ' world']);
  });
});

describe('AT-2.3 after message_stop', () => {
  test('a socket that stays open is closed without waiting for its end', async () => {
    const server = await serveFaults(chunked(whole, () => undefined));
    const stream = streamFrom(server.url);
    for await (const event of stream) if (event.type === 'message_stop') break;
    const complete = performance.now();
    expect(await stream.finalText()).toBe('Hello world');
    // On an idle machine it takes 50 ms. Waiting for the socket would never end.
    expect(performance.now() - complete).toBeLessThan(1000);
    await expect(server.exchanges[0]?.left).resolves.toBeUndefined();
  });

  test('a loop ends while the socket stays open', async () => {
    const server = await serveFaults(chunked(whole, () => undefined));
    expect(await collect(streamFrom(server.url).textStream())).toEqual(['Hello', ' world']);
  });

  test('a connection whose body has ended is used for the next request', async () => {
    const server = await serveFaults(chunked(whole));
    for (let times = 0; times < 3; times += 1) {
      await streamFrom(server.url).finalMessage();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(server.connections()).toBe(1);
  });

  test('a reset of the connection is not an error', async () => {
    const server = await serveFaults(chunked(whole, (exchange) => exchange.reset()));
    expect(await streamFrom(server.url).finalText()).toBe('Hello world');
  });
});

describe('an error event', () => {
  const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
  const retrying = { retry: { limit: 2 } };

  test.each([
    ['first', ''],
    ['after message_start and a ping', sse(start, { type: 'ping' })],
  ])('AT-3.1 that arrives %s is retried, and the reader sees one complete stream', async (_when, before) => {
    const server = await serveFaults(unframed(before + sse(overloaded)), chunked(whole));
    const events = await collect(streamFrom(server.url, {}, retrying));
    expect(events.map(({ type }) => type)).toEqual(
      answer(textBlock(0, '', '')).map((event) => Reflect.get(event, 'type')),
    );
    expect(server.exchanges).toHaveLength(2);
  });

  test('that arrives first in every attempt is thrown with the number of attempts', async () => {
    const server = await serveFaults(unframed(sse(overloaded)));
    const failure = await failureOf(streamFrom(server.url, {}, retrying).finalMessage());
    expect(failure).toMatchObject({ name: 'ApiError', type: 'overloaded_error', status: 529, attempts: 3 });
  });

  test('that arrives first is not retried if its type is not retryable', async () => {
    const refused = { type: 'error', error: { type: 'invalid_request_error', message: 'No.' } };
    const server = await serveFaults(unframed(sse(refused)));
    const failure = await failureOf(streamFrom(server.url, {}, retrying).finalMessage());
    expect(failure).toMatchObject({ name: 'ApiError', status: 400, retryable: false, attempts: 1 });
  });

  // toReadableStream() passes the error on as its last line: see relay-over-http.test.ts.
  test.each(everyReader.filter(([what]) => what !== 'toReadableStream()'))(
    'AT-3.2 that arrives mid-stream rejects %s without a retry',
    async (_what, read) => {
      const server = await serveFaults(unframed(opening + sse(overloaded)));
      expect(await failureOf(read(streamFrom(server.url, {}, retrying)))).toMatchObject({
        name: 'ApiError',
        type: 'overloaded_error',
        status: 529,
        synthetic: true,
        retryable: true,
        requestId: 'req_fault',
        attempts: 1,
        partial: { text: 'Hello wor' },
      });
      expect(server.exchanges).toHaveLength(1);
    },
  );

  test.each([
    [
      'that is not JSON',
      'event: error\ndata: upstream <gone>\n\n',
      { name: 'StreamError', reason: 'error-event' },
    ],
    [
      'that is not an object',
      'event: error\ndata: "gone"\n\n',
      { name: 'StreamError', reason: 'error-event' },
    ],
    [
      'with an unknown type',
      sse({ type: 'error', error: { type: 'moon_error', message: 'gone' } }),
      { name: 'ApiError', type: 'moon_error', status: 500 },
    ],
    ['without a type', 'event: error\ndata: {"message":"gone"}\n\n', { name: 'ApiError', type: 'api_error' }],
  ])('AT-3.4 %s fails with a typed error that quotes it', async (_what, event, expected) => {
    const server = await serveFaults(unframed(opening + event));
    const failure = await failureOf(streamFrom(server.url).finalMessage());
    expect(failure).toMatchObject({ ...expected, retryable: true, partial: { text: 'Hello wor' } });
    expect(String(failure)).toContain('gone');
  });
});

describe('AT-3.3 a connection that is lost', () => {
  test.each(everyReader)('mid-stream rejects %s with a ConnectionError', async (_what, read) => {
    const reset = async (exchange: Exchange) => {
      await exchange.sleep(20);
      exchange.reset();
    };
    const server = await serveFaults(chunked(opening, reset));
    expect(await failureOf(read(streamFrom(server.url)))).toMatchObject({
      name: 'ConnectionError',
      phase: 'body',
      retryable: true,
      partial: { text: 'Hello wor' },
    });
  });

  test('by a regular close inside a chunk rejects with a ConnectionError', async () => {
    const server = await serveFaults(async (exchange) => {
      await exchange.startChunked();
      await exchange.send(`ffff\r\n${opening}`);
      exchange.finish();
    });
    expect(await failureOf(streamFrom(server.url).finalMessage())).toMatchObject({ name: 'ConnectionError' });
  });

  test('before the first event after message_start is retried', async () => {
    const lost: Script = async (exchange) => {
      await exchange.startChunked();
      await exchange.sendChunk(sse(start));
      await exchange.sleep(20);
      exchange.reset();
    };
    const server = await serveFaults(lost, unframed(sse(start)), chunked(whole));
    expect(await streamFrom(server.url, {}, { retry: { limit: 2 } }).finalText()).toBe('Hello world');
    expect(server.exchanges).toHaveLength(3);
  });
});
