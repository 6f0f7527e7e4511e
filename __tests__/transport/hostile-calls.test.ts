import { spawnSync } from 'node:child_process';
import { describe, expect, jest, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { wait } from '../../lib/base/abort.js';
import { ClientBuilder } from '../../lib/index.js';
import type { Middleware } from '../../lib/transport/middleware.js';
import { json, raw, serve, stall } from '../support/loopback.js';
import { openStream, sse, start } from '../support/streams.js';
import { configFor, failureOf, send } from '../support/transport.js';
import { root } from '../support/typescript-versions.js';

const realTime = { now: Date.now, random: () => 1, sleep: wait };

describe('a retry-after of a month', () => {
  test('is waited for with maxRetryAfter: Infinity, in steps that fit into a timer', async () => {
    const server = await serve(raw('{}', 429, { 'retry-after': '2592000' }));
    const set = jest.spyOn(globalThis, 'setTimeout');
    const controller = new AbortController();
    const config = configFor(server.url, { runtime: realTime });
    const call = failureOf(
      send(config, { retry: { maxRetryAfter: Number.POSITIVE_INFINITY }, signal: controller.signal }),
    );
    while (!set.mock.calls.some(([, delay]) => Number(delay) > 2 ** 30)) await new Promise(setImmediate);
    controller.abort();
    expect(await call).toMatchObject({ name: 'AbortedError' });
    expect(server.received).toHaveLength(1);
    expect(Math.max(...set.mock.calls.map(([, delay]) => Number(delay ?? 0)))).toBeLessThan(2 ** 31);
    set.mockRestore();
  });

  test('is waited for in full', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    let isOver = false;
    const slept = wait(2 ** 31 + 1000, new AbortController().signal).then(() => {
      isOver = true;
    });
    await jest.advanceTimersByTimeAsync(2 ** 31 + 990);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(20);
    await slept;
    jest.useRealTimers();
  });
});

describe('a hook that never settles', () => {
  const hooks = { onRetry: () => new Promise<void>(() => undefined) };

  test('does not block an abort by the caller', async () => {
    const server = await serve(raw('{}', 500));
    const controller = new AbortController();
    const call = failureOf(send(configFor(server.url, { hooks }), { signal: controller.signal }));
    while (server.received.length === 0) await new Promise(setImmediate);
    setTimeout(() => controller.abort('enough'), 30);
    expect(await call).toMatchObject({ name: 'AbortedError', cause: 'enough' });
  });

  test('does not block the total timeout', async () => {
    const server = await serve(raw('{}', 500));
    expect(await failureOf(send(configFor(server.url, { hooks }), { timeout: { total: 60 } }))).toMatchObject(
      {
        name: 'TimeoutError',
        phase: 'total',
      },
    );
  });
});

test('the total timeout keeps the process alive and ends a call whose fetch holds no handle', () => {
  const program = `
    import { ApiKey, ClientBuilder } from './lib/index.ts';
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).timeout({ total: 50 })
      .fetch(() => new Promise(() => undefined)).build();
    client.raw('GET', '/v1/models').catch((error) => console.log(error.name, error.phase));`;
  expect(run(program)).toBe('TimeoutError total\n');
});

describe('fake timers', () => {
  test.each([
    ['with performance faked', {}],
    ['with performance real', { doNotFake: ['performance'] as const }],
  ])(
    '%s trigger the idle timeout',
    async (_what, { doNotFake = [] }: { doNotFake?: readonly 'performance'[] }) => {
      const fetch = async () => {
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode(sse(start))),
        });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      };
      jest.useFakeTimers({ doNotFake: [...doNotFake, 'setImmediate', 'nextTick', 'queueMicrotask'] });
      try {
        const client = configFor('http://127.0.0.1', {
          fetch,
          runtime: { ...realTime, now: () => Date.now() },
        });
        const call = failureOf(openStream(client).finalMessage());
        await jest.advanceTimersByTimeAsync(299_000);
        await jest.advanceTimersByTimeAsync(2_000);
        expect(await call).toMatchObject({ name: 'TimeoutError', phase: 'idle', ms: 300_000 });
      } finally {
        jest.useRealTimers();
      }
    },
  );
});

describe('a middleware that has read the body', () => {
  const reads: Middleware = async function logging(request, next) {
    const response = await next(request);
    await response.text();
    return response;
  };
  const locks: Middleware = async (request, next) => {
    const response = await next(request);
    response.body?.getReader();
    return response;
  };

  test.each([
    ['by its name', reads, 'the middleware logging'],
    [
      'as "a middleware" if it has no name',
      Object.defineProperty(locks, 'name', { value: '' }),
      'a middleware',
    ],
  ])('fails the call after one request, and the error identifies it %s', async (_how, middleware, name) => {
    const server = await serve(json({ a: 1 }));
    const outer: Middleware = (request, next) => next(request);
    const error = await failureOf(send(configFor(server.url, { middleware: [outer, middleware] })));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'body', retryable: false, attempts: 1 });
    expect(String(error)).toContain(`failed: ${name} has read the body of the answer; read response.clone()`);
    expect(server.received).toHaveLength(1);
  });

  test('may read a clone', async () => {
    const server = await serve(json({ a: 1 }));
    const cloning: Middleware = async (request, next) => {
      const response = await next(request);
      await response.clone().text();
      return response;
    };
    expect(await send(configFor(server.url, { middleware: [cloning] }))).toEqual({ a: 1 });
  });
});

describe('the URL and the headers', () => {
  test.each(['/../../admin', '/v1/../../admin', '/%2e%2e/admin', '/\\..\\..\\admin', 'v1'])(
    'reject the path %s',
    async (path) => {
      const server = await serve(json({}));
      const error = await failureOf(send(configFor(`${server.url}/gateway/claude`), { path }));
      expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'path' }] });
      expect(server.received).toEqual([]);
    },
  );

  test('have the method in upper case and no header whose value is null', async () => {
    const server = await serve(json({}));
    await send(configFor(server.url), { method: 'post', headers: { 'x-a': null, 'x-b': 'b' } });
    expect(server.received[0]).toMatchObject({ method: 'POST', headers: { 'x-b': 'b' } });
    expect(server.received[0]?.headers).not.toHaveProperty('x-a');
  });

  test.each([
    ['betas', {}, { betas: ['a\r\nx-evil: 1'] }],
    ['betas', { betas: ['b\n'] }, {}],
    ['version', { version: '2023-06-01\r\nx-evil: 1' }, {}],
    ['headers.x-a', {}, { headers: { 'x-a': 'a\nb' } }],
  ])('reject %s with a line break', async (path, config, call) => {
    const server = await serve(stall);
    const error = await failureOf(send(configFor(server.url, config), call));
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path, rule: 'header' }] });
    expect(server.received).toEqual([]);
  });
});

describe('an invalid option is rejected with a sentence:', () => {
  const builder = ClientBuilder.create();
  test.each<[string, () => unknown, string]>([
    [
      'retry(0)',
      () => builder.retry(0 as never),
      'retry is an object with some of limit, maxRetryAfter, budget',
    ],
    [
      'retry({maxRetries})',
      () => builder.retry({ maxRetries: 1 } as never),
      'retry has no option maxRetries',
    ],
    [
      'timeout(30)',
      () => builder.timeout(30 as never),
      'timeout is an object with some of headers, idle, total',
    ],
    ['timeout({connect})', () => builder.timeout({ connect: 1 } as never), 'timeout has no option connect'],
  ])('%s', (_what, call, sentence) => {
    expect(call).toThrow(sentence);
    expect(call).toThrow(expect.objectContaining({ name: 'ValidationError' }));
  });
});

/** Runs a TypeScript module in its own process and returns its output. */
function run(program: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], {
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
  });
  return stdout + stderr;
}
