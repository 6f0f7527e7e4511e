import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { serve as serveHono } from '@hono/node-server';
import { afterEach, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { Hono } from 'hono';
import { type MessageResponse, MessageStream } from '../../lib/index.js';
import { type Answer, apiError, serve } from '../support/loopback.js';
import { sse, start, stop, streamFrom, textBlock } from '../support/streams.js';
import { failureOf } from '../support/transport.js';

/** The recipes of docs/streaming.md, with a real connection on both sides. */

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

const listening = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

function saving(stream: MessageStream, save: (message: MessageResponse) => void): ReadableStream<Uint8Array> {
  const saved = new TransformStream<Uint8Array, Uint8Array>({
    flush: () => stream.finalMessage().then(save, () => undefined),
  });
  return stream.toReadableStream().pipeThrough(saved);
}

const recipes: [string, (stream: () => MessageStream) => Promise<string>][] = [
  [
    'pipeline()',
    (stream) => {
      const answer: RequestListener = async (_, response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        await pipeline(stream().toReadableStream(), response).catch(() => undefined);
      };
      return listening(createServer(answer));
    },
  ],
  [
    'Hono',
    (stream) => {
      const app = new Hono();
      app.get('/', () => new Response(stream().toReadableStream()));
      return new Promise((resolve) => {
        const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
          resolve(`http://127.0.0.1:${port}`),
        );
        servers.push(server as Server);
      });
    },
  ],
  [
    'a transform that saves the message',
    (stream) => {
      const app = new Hono();
      app.get('/', () => new Response(saving(stream(), () => undefined)));
      return new Promise((resolve) => {
        const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
          resolve(`http://127.0.0.1:${port}`),
        );
        servers.push(server as Server);
      });
    },
  ],
  [
    'Fastify',
    async (stream) => {
      const app = fastify();
      app.get('/', (_, reply) => reply.type('application/x-ndjson').send(stream().toReadableStream()));
      const url = await app.listen({ port: 0, host: '127.0.0.1' });
      servers.push(app.server);
      return url;
    },
  ],
];

describe.each(recipes)('an API error reaches the browser through %s', (_name, relay) => {
  const pageError = async (answer: Answer) => {
    const api = await serve(answer);
    const url = await relay(() => streamFrom(api.url));
    const { body } = await fetch(url);
    return failureOf(MessageStream.fromReadableStream(body ?? new ReadableStream()).finalMessage());
  };

  test('when it is the response to the request', async () => {
    const answer = apiError(429, 'rate_limit_error', 'Too many requests', { 'retry-after': '7' });
    expect(await pageError(answer)).toMatchObject({
      name: 'ApiError',
      status: 429,
      type: 'rate_limit_error',
      apiMessage: 'Too many requests',
      requestId: 'req_429',
      retryAfter: 7000,
      retryable: true,
    });
  });

  test('when it arrives mid-stream, with the partial message', async () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const answer: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_1' });
      response.end(sse(start, ...textBlock(0, 'Hello').slice(0, 2), error));
    };
    expect(await pageError(answer)).toMatchObject({
      name: 'ApiError',
      status: 529,
      type: 'overloaded_error',
      apiMessage: 'Overloaded',
      requestId: 'req_1',
      partial: { text: 'Hello' },
    });
  });
});

describe('a transform behind the relay', () => {
  test('gets the message when the page has read the last piece', async () => {
    const api = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(sse(start, ...textBlock(0, 'Hello'), stop));
    });
    const saved: string[] = [];
    const app = new Hono();
    app.get('/', () => new Response(saving(streamFrom(api.url), ({ text }) => saved.push(text))));
    const page = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    servers.push(page as Server);
    await once(page, 'listening');
    const { port } = page.address() as AddressInfo;
    for (let visit = 1; visit <= 20; visit += 1) {
      const { body } = await fetch(`http://127.0.0.1:${port}`);
      const message = await MessageStream.fromReadableStream(body ?? new ReadableStream()).finalMessage();
      expect(message.text).toBe('Hello');
      while (saved.length < visit) await new Promise(setImmediate);
    }
    expect(saved).toEqual(Array(20).fill('Hello'));
  });

  test('closes the connection to the API when the page leaves', async () => {
    let isClosed = false;
    const api = await serve((response) => {
      response.on('close', () => {
        isClosed = true;
      });
      response.setHeader('content-type', 'text/event-stream').write(sse(start, ...textBlock(0, 'Hello')));
    });
    const stream = streamFrom(api.url);
    const reader = saving(stream, () => undefined).getReader();
    await reader.read();
    await reader.cancel('left');
    while (!isClosed) await new Promise(setImmediate);
    expect(stream.snapshot?.text).toBe('Hello');
  });
});
