import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import { type FaultServer, serveFaults } from '../support/fault-server.js';
import { serve } from '../support/loopback.js';
import { runSource } from '../support/run-source.js';
import { answer, collect, ended, sse, start, stop, streamFrom, textBlock } from '../support/streams.js';
import { failureOf } from '../support/transport.js';

const half = sse(start, ...textBlock(0, 'Hello', ' wor').slice(0, -1));
const whole = sse(...answer(textBlock(0, 'Hello', ' world')));

/** Sends half a response and keeps the connection open. */
const serveHalf = () =>
  serveFaults(async (exchange) => {
    await exchange.startChunked();
    await exchange.sendChunk(half);
  });

/** Waits until the client of every request has disconnected. undici may keep a spare connection open. */
async function untilLeft({ exchanges }: FaultServer): Promise<void> {
  await Promise.all(exchanges.map(({ left }) => left));
}

test('AT-15.1 two hundred streams on one signal leave no listener on it, however they end', async () => {
  const { signal } = new AbortController();
  const half = await serveHalf();
  const full = await serve((response) => {
    response.setHeader('content-type', 'text/event-stream').end(whole);
  });
  const ways: ((stream: MessageStream) => Promise<unknown>)[] = [
    (stream) => stream.finalMessage(),
    (stream) => collect(stream.toolInputStream()),
    async (stream) => {
      for await (const _ of stream) break;
    },
    async (stream) => {
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      stream.abort();
      await failureOf(iterator.next());
    },
  ];
  for (let number = 0; number < 200; number += 1) {
    const { url } = number % 4 < 2 ? full : half;
    await ways[number % 4]?.(streamFrom(url, { signal }));
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  await untilLeft(half);
}, 30_000);

test('AT-15.2 an abort at any point leaves no unhandled rejection', async () => {
  const server = await serve((response, { body }) => {
    response.setHeader('content-type', 'text/event-stream').write(whole);
    if (JSON.parse(body).ends) response.end();
  });
  const printed = await runSource(`
    import { ApiKey, ClientBuilder, MessagesRequestBuilder } from './lib/index.ts';
    let unhandled = 0;
    process.on('unhandledRejection', () => (unhandled += 1));
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl('${server.url}').build();
    const settled = { whole: 0, aborted: 0, other: 0 };
    const turn = (number) => new Promise(number % 2 ? setImmediate : queueMicrotask);
    for (let turns = 0; turns < 150; turns += 1) {
      for (const [way, read] of [
        (stream) => stream.finalMessage(),
        async (stream) => { for await (const event of stream); },
        async (stream) => { for await (const bytes of stream.toReadableStream()); },
      ].entries()) {
        const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').extraBody({ ends: true }).build();
        const controller = new AbortController();
        const stream = client.createMessageStream(request, { signal: controller.signal });
        const reading = read(stream).then(
          () => 'whole',
          (error) => (error.name === 'AbortedError' ? 'aborted' : 'other'),
        );
        for (let number = 0; number < turns; number += 1) await turn(number);
        if ((turns + way) % 2) controller.abort();
        else stream.abort();
        settled[await reading] += 1;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(JSON.stringify({ unhandled, settled }));
  `);
  const { unhandled, settled } = JSON.parse(printed);
  expect(unhandled).toBe(0);
  expect(settled.other).toBe(0);
  // Some aborts came before the end of the stream, some after it.
  expect(settled.whole).toBeGreaterThan(0);
  expect(settled.aborted).toBeGreaterThan(0);
}, 30_000);

describe('AT-15.3 a stream that is dropped', () => {
  test('before it is read opens no connection', async () => {
    const server = await serveHalf();
    streamFrom(server.url);
    await streamFrom(server.url)[Symbol.asyncDispose]();
    expect(server.connections()).toBe(0);
  });

  test('midway through asyncDispose closes its socket', async () => {
    const server = await serveHalf();
    const stream = streamFrom(server.url);
    await stream[Symbol.asyncIterator]().next();
    expect(server.open()).toBe(1);
    await stream[Symbol.asyncDispose]();
    await untilLeft(server);
  });

  test('midway does not crash the process when its connection is reset later', async () => {
    const server = await serveFaults(async (exchange) => {
      await exchange.startChunked();
      await exchange.sendChunk(half);
      await exchange.sleep(20);
      exchange.reset();
    });
    const printed = await runSource(`
      import { ApiKey, ClientBuilder } from './lib/index.ts';
      const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl('${server.url}').build();
      const request = { model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] };
      const stream = client.createMessageStream(request);
      for await (const event of stream) if (event.type === 'content_block_delta') break;
      const iterator = client.createMessageStream(request)[Symbol.asyncIterator]();
      await iterator.next();
      await new Promise((resolve) => setTimeout(resolve, 100));
      console.log('alive');
    `);
    expect(printed).toBe('alive\n');
  });
});

test('AT-15.4 a thousand streams that are read halfway leave no socket open', async () => {
  const server = await serveHalf();
  const readHalfway = async () => {
    for await (const text of streamFrom(server.url).textStream()) if (text === ' wor') break;
  };
  for (let hundreds = 0; hundreds < 10; hundreds += 1) {
    await Promise.all(Array.from({ length: 100 }, readHalfway));
  }
  expect(server.exchanges).toHaveLength(1000);
  await untilLeft(server);
}, 30_000);

test('each of a thousand concurrent streams yields its own text', async () => {
  const server = await serve(async (response, { body }) => {
    const { number } = JSON.parse(body);
    response.setHeader('content-type', 'text/event-stream');
    const texts = Array.from({ length: 20 }, (_, at) => `${number}:${at} `);
    const events = [start, ...textBlock(0, ...texts), ended('end_turn'), stop];
    const bytes = Buffer.from(sse(...events));
    // The pauses between the pieces keep all streams open at the same time.
    for (let at = 0; at < bytes.length; at += 700) {
      response.write(bytes.subarray(at, at + 700));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    response.end();
  });
  const read = async (number: number) => {
    const texts = await collect(streamFrom(server.url, {}, { json: { number } }).textStream());
    return texts.join('') === Array.from({ length: 20 }, (_, at) => `${number}:${at} `).join('');
  };
  const all = await Promise.all(Array.from({ length: 1000 }, (_, number) => read(number)));
  expect(all.filter(Boolean)).toHaveLength(1000);
}, 30_000);
