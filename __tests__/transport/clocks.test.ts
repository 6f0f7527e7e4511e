import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { createClock, DEFAULT_TIMEOUTS } from '../../lib/transport/clocks.js';
import { execute } from '../../lib/transport/execute.js';
import { BodyReader } from '../../lib/transport/read-body.js';
import { readJson } from '../../lib/transport/read-json.js';
import { json, type Loopback, raw, serve, stall, stallAfter } from '../support/loopback.js';
import { configFor, failureOf, send } from '../support/transport.js';

/** Waits until all connections to the server are closed. */
async function untilClosed(server: Loopback): Promise<void> {
  while (server.open() > 0) await soon(5);
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('AT-2.2 while a body is read', () => {
  test('a JSON body that stalls fails with an idle timeout', async () => {
    const server = await serve(stallAfter('{"id":'));
    const error = await failureOf(send(configFor(server.url), { timeout: { idle: 50 } }));
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'idle', ms: 50 });
    expect(String(error)).toContain('was silent for 50 ms: raise timeout.idle');
    await untilClosed(server);
  });

  test('an error body that stalls fails with an idle timeout', async () => {
    const server = await serve((response) => void response.writeHead(400).write('{"type":'));
    expect(await failureOf(send(configFor(server.url), { timeout: { idle: 50 } }))).toMatchObject({
      phase: 'idle',
    });
  });

  test('a body that arrives slowly but steadily does not time out', async () => {
    const server = await serve(async (response) => {
      response.writeHead(200);
      for (const piece of ['{"', 'slow', '":', 'tr', 'ue}']) {
        response.write(piece);
        await soon(120);
      }
      response.end();
    });
    const answer = await send(configFor(server.url), { timeout: { idle: 400 } });
    expect(answer).toEqual({ slow: true });
  });

  test('the total timeout still applies', async () => {
    const server = await serve((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    });
    const error = await failureOf(send(configFor(server.url), { timeout: { total: 80 } }));
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'total', ms: 80 });
  });
});

describe('the headers timeout', () => {
  test('ends the wait for headers and closes the socket', async () => {
    const server = await serve(stall);
    const error = await failureOf(send(configFor(server.url), { timeout: { headers: 40 } }));
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'headers', ms: 40 });
    await untilClosed(server);
  });

  test('ends a fetch that ignores its signal', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const error = await failureOf(
      send(configFor('http://127.0.0.1:1', { fetch }), { timeout: { headers: 20 } }),
    );
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'headers' });
  });

  test('ends a middleware that never returns', async () => {
    const config = configFor('http://127.0.0.1:1', { middleware: [() => new Promise(() => undefined)] });
    expect(await failureOf(send(config, { timeout: { headers: 20 } }))).toMatchObject({
      name: 'TimeoutError',
    });
  });

  test('AT-12.3 is at least ten minutes by default, not the ten seconds of ky', () => {
    expect(DEFAULT_TIMEOUTS.headers).toBeGreaterThanOrEqual(600_000);
    expect(DEFAULT_TIMEOUTS.total).toBe(Number.POSITIVE_INFINITY);
  });

  test('accepts Infinity and values above the maximum of setTimeout()', async () => {
    const server = await serve(json({ ok: true }));
    const timeout = { headers: Number.POSITIVE_INFINITY, idle: 1e12, total: 2 ** 31 };
    await expect(send(configFor(server.url), { timeout })).resolves.toEqual({ ok: true });
  });

  test.each([[0], [-1], [Number.NaN]])('rejects %d before anything is sent', async (headers) => {
    const server = await serve(json({}));
    const error = await failureOf(send(configFor(server.url), { timeout: { headers } }));
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'timeout.headers' }] });
    expect(server.received).toHaveLength(0);
  });
});

describe("the caller's signal", () => {
  test('aborts the wait for headers, with its reason as the cause', async () => {
    const server = await serve(stall);
    const controller = new AbortController();
    const call = failureOf(send(configFor(server.url), { signal: controller.signal }));
    await soon(30);
    controller.abort('changed my mind');
    expect(await call).toMatchObject({ name: 'AbortedError', cause: 'changed my mind', attempts: 1 });
  });

  test('aborts the reading of a body', async () => {
    const server = await serve(stallAfter('{'));
    const controller = new AbortController();
    const call = failureOf(send(configFor(server.url), { signal: controller.signal }));
    await soon(30);
    controller.abort();
    expect(await call).toMatchObject({ name: 'AbortedError', cause: { name: 'AbortError' } });
    await untilClosed(server);
  });

  test('prevents the request if it is already aborted', async () => {
    const server = await serve(json({}));
    const error = await failureOf(send(configFor(server.url), { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortedError', attempts: 0 });
    expect(server.received).toHaveLength(0);
  });

  test('AT-15.1 retains no listener after 1,000 requests', async () => {
    const { signal } = new AbortController();
    const config = configFor('http://127.0.0.1:1', { fetch: async () => new Response('{"ok":true}') });
    await Promise.all(Array.from({ length: 1_000 }, () => send(config, { signal })));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('retains no listener after a failure', async () => {
    const server = await serve(raw('no JSON'));
    const { signal } = new AbortController();
    await failureOf(send(configFor(server.url), { signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a body that is read after the call', () => {
  test('has an idle timeout until it is released', async () => {
    const server = await serve(stallAfter('{'));
    const { signal } = new AbortController();
    const { reader, release } = await execute(
      { method: 'GET', path: '/', signal, timeout: { idle: 50 } },
      configFor(server.url),
      async (response, attempt) => ({ release: attempt.hold(), reader: new BodyReader(response, attempt) }),
    );
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    expect(new TextDecoder().decode(await reader.next())).toBe('{');
    expect(await failureOf(reader.next())).toMatchObject({ name: 'TimeoutError', phase: 'idle' });
    release();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('does not time out while its consumer is slow', async () => {
    const server = await serve((response) => {
      response.writeHead(200).write('one');
      setTimeout(() => response.end('two'), 20);
    });
    const text = await execute(
      { method: 'GET', path: '/', timeout: { idle: 60 } },
      configFor(server.url),
      async (response, attempt) => {
        const reader = new BodyReader(response, attempt);
        const pieces = [await reader.next()];
        await soon(200);
        pieces.push(await reader.next());
        return pieces.map((piece) => new TextDecoder().decode(piece)).join();
      },
    );
    expect(text).toBe('one,two');
  });

  test('fails if its chunks are not bytes', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue('text') });
    // Node accepts such a stream as a body and fails when it is read.
    const fetch = async () => new Response(body);
    const error = await failureOf(
      execute({ method: 'GET', path: '/' }, configFor('http://x.test', { fetch }), readJson),
    );
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'body', retryable: false, attempts: 1 });
  });
});

test('starting a clock again restarts its timeout, and resting it stops it', async () => {
  let fired = 0;
  const onTimeout = () => {
    fired += 1;
  };
  const clock = createClock(40, onTimeout, { now: () => performance.now() });
  for (let touch = 0; touch < 6; touch += 1) {
    clock.start();
    await soon(15);
  }
  expect(fired).toBe(0);
  clock.rest();
  await soon(90);
  expect(fired).toBe(0);
  clock.start();
  await soon(90);
  expect(fired).toBe(1);
  clock.stop();
});
