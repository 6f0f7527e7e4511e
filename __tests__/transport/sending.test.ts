import { describe, expect, jest, test } from '@jest/globals';
import ky from 'ky';
import * as undici from 'undici';
import type { FetchFunction } from '../../lib/transport/http-client.js';
import type { Middleware } from '../../lib/transport/middleware.js';
import { apiError, json, serve, stall } from '../support/loopback.js';
import { configFor, failureOf, KEY, send } from '../support/transport.js';

describe('headers', () => {
  test('hold the key, the API version, the content type and the user agent', async () => {
    const server = await serve(json({}));
    await send(configFor(server.url));
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/messages',
      headers: {
        'x-api-key': KEY,
        'anthropic-version': '2026-10-21',
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': expect.stringMatching(/^clust\/\d/),
      },
    });
    expect(server.received[0]?.headers).not.toHaveProperty('anthropic-beta');
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  });

  test('join all betas without duplicates', async () => {
    const server = await serve(json({}));
    const config = configFor(server.url, {
      betas: ['a-1', 'b-2'],
      headers: [['anthropic-beta', 'c-3, a-1']],
    });
    await send(config, { betas: ['b-2', 'd-4'], headers: { 'Anthropic-Beta': 'e-5' } });
    expect(server.received[0]?.headers['anthropic-beta']).toBe('a-1,b-2,d-4,c-3,e-5');
  });

  test('of a call replace those of the client, and are omitted when undefined', async () => {
    const server = await serve(json({}));
    const headers = { 'X-Trace': 'call', 'x-none': undefined, accept: 'application/json; q=1' };
    await send(configFor(server.url, { headers: [['x-trace', 'client']] }), { headers });
    expect(server.received[0]?.headers).toMatchObject({ 'x-trace': 'call', accept: 'application/json; q=1' });
    expect(server.received[0]?.headers).not.toHaveProperty('x-none');
  });

  test('may be given as Headers or as pairs', async () => {
    const server = await serve(json({}));
    await send(configFor(server.url), { headers: new Headers({ 'x-one': '1' }) });
    await send(configFor(server.url), { headers: [['x-two', '2']] });
    expect(server.received.map(({ headers }) => [headers['x-one'], headers['x-two']])).toEqual([
      ['1', undefined],
      [undefined, '2'],
    ]);
  });

  test.each([
    ['a line break', 'x-trace', 'a\r\nx-api-key: mine'],
    ['a line break at the end', 'x-trace', 'a\n'],
    ['a NUL', 'x-trace', 'a\0'],
    ['a character beyond Latin-1', 'x-trace', '世界'],
    ['a name with a line break', 'x-trace\r\nx-evil', 'a'],
    ['an empty name', '', 'a'],
    ['a key', 'X-Api-Key', 'sk-ant-other'],
    ['an authorization', 'Authorization', 'Bearer sk-ant-other'],
    ['a version', 'anthropic-version', '2023-06-01'],
  ])('AT-10.5 with %s are rejected before anything is sent', async (_, name, value) => {
    const server = await serve(json({}));
    const error = await failureOf(send(configFor(server.url), { headers: { [name]: value } }));
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(String(error)).not.toContain('sk-ant');
    expect(server.received).toHaveLength(0);
  });
});

describe('the URL', () => {
  test('keeps the path of a gateway and adds the query', async () => {
    const server = await serve(json({}));
    await send(configFor(`${server.url}/anthropic/`), {
      path: '/v1/models',
      query: { limit: 5, after: undefined },
    });
    expect(server.received[0]?.url).toBe('/anthropic/v1/models?limit=5');
  });

  test.each(['v1/messages', '@evil.test/', '.evil.test/', ':1@evil.test/'])(
    'with path %j is rejected',
    async (path) => {
      const error = await failureOf(send(configFor('http://127.0.0.1:1'), { path }));
      expect(error).toMatchObject({ name: 'ValidationError', problems: [{ rule: 'path-on-origin' }] });
    },
  );

  test('stays on the origin when the path looks like a host', async () => {
    const server = await serve(json({}));
    await send(configFor(server.url), { path: '//evil.test/x' });
    expect(server.received[0]?.url).toBe('//evil.test/x');
  });
});

test('a request body that cannot be serialized as JSON is rejected', async () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const body of [circle, { n: 1n }]) {
    expect(await failureOf(send(configFor('http://127.0.0.1:1'), { json: body }))).toMatchObject({
      name: 'ValidationError',
      problems: [{ rule: 'json' }],
    });
  }
});

describe('AT-21.1 a custom fetch', () => {
  const answer = async () => new Response('{"ok":true}');

  test('is called with a URL and an init, never with a Request', async () => {
    const fetch = jest.fn<FetchFunction>(answer);
    await send(configFor('https://api.test', { fetch }));
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('https://api.test/v1/messages');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"prompt":"a private question"}',
      redirect: 'manual',
      headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
    });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });

  test('gets non-standard options from fetchInit', async () => {
    const fetch = jest.fn<FetchFunction>(answer);
    const dispatcher = { not: 'a real one' };
    await send(configFor('https://api.test', { fetch, fetchInit: { dispatcher } }));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ dispatcher });
  });

  test('gets standard options from fetchInit, except redirect', async () => {
    const fetch = jest.fn<FetchFunction>(answer);
    const fetchInit = { credentials: 'include', cache: 'no-store', keepalive: true, redirect: 'follow' };
    await send(configFor('https://api.test', { fetch, fetchInit }));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ ...fetchInit, redirect: 'manual' });
  });

  test('may be the fetch of undici, with a custom dispatcher', async () => {
    const server = await serve(json({ ok: true }));
    const origins: string[] = [];
    const agent = new undici.Agent().compose((dispatch) => (options, handler) => {
      origins.push(String(options.origin));
      return dispatch(options, handler);
    });
    const config = configFor(server.url, { fetch: undici.fetch, fetchInit: { dispatcher: agent } });
    await expect(send(config)).resolves.toEqual({ ok: true });
    expect(origins).toEqual([server.url]);
    expect(server.received[0]?.body).toBe('{"prompt":"a private question"}');
    await agent.close();
  });

  test('AT-12.2 fails with a TimeoutError when the headersTimeout of its dispatcher expires', async () => {
    const server = await serve(stall);
    const dispatcher = new undici.Agent({ headersTimeout: 50 });
    const error = await failureOf(
      send(configFor(server.url, { fetch: undici.fetch, fetchInit: { dispatcher } })),
    );
    expect(error).toMatchObject({
      name: 'TimeoutError',
      phase: 'headers',
      ms: undefined,
      cause: { cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } },
    });
    await dispatcher.destroy();
  });

  test('may return a response with a custom stream as body', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ok":true}'));
        controller.close();
      },
    });
    await expect(
      send(configFor('https://api.test', { fetch: async () => new Response(body) })),
    ).resolves.toEqual({
      ok: true,
    });
  });

  test('sends FormData with a multipart boundary', async () => {
    const server = await serve(json({ ok: true }));
    const body = new FormData();
    body.set('file', new Blob(['contents']), 'notes.txt');
    await send(configFor(server.url), { json: undefined, body });
    const { headers, body: sent = '' } = server.received[0] ?? {};
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers?.['content-type'] ?? '')?.[1];
    expect(sent).toContain(`--${boundary}\r\n`);
    expect(sent).toContain('filename="notes.txt"');
  });
});

describe('a custom ky instance', () => {
  test('keeps its hooks, while its timeout and prefix URL are ignored', async () => {
    const server = await serve(apiError(503, 'api_error', 'Once'), json({ ok: true }));
    const http = ky.create({
      retry: { limit: 9, methods: ['post'] },
      timeout: 1,
      prefixUrl: 'https://elsewhere.test',
      hooks: { beforeRequest: [(request) => request.headers.set('x-hook', 'was here')] },
    });
    await expect(send(configFor(server.url, { http }))).resolves.toEqual({ ok: true });
    expect(server.received.map(({ headers }) => headers['x-hook'])).toEqual(['was here', 'was here']);
  });

  test('calls the fetch that it was created with', async () => {
    const fetch = jest.fn<typeof globalThis.fetch>(async () => new Response('{"from":"its fetch"}'));
    await expect(send(configFor('https://api.test', { http: ky.create({ fetch }) }))).resolves.toEqual({
      from: 'its fetch',
    });
    expect(fetch.mock.calls[0]?.[0]).toBeInstanceOf(Request);
  });

  test('calls the fetch that was configured along with it', async () => {
    const fetch = jest.fn<FetchFunction>(async () => new Response('{"ok":true}'));
    const http = ky.create({ hooks: { beforeRequest: [({ headers }) => headers.set('x-hook', '1')] } });
    await send(configFor('https://api.test', { http, fetch }));
    expect(fetch.mock.calls[0]?.[1].headers).toMatchObject({ 'x-hook': '1', 'x-api-key': KEY });
  });

  test('does not leak the key when its hook throws an error that holds the request', async () => {
    const http = ky.create({
      hooks: {
        beforeRequest: [
          (request) => {
            throw Object.assign(new Error(`no luck with ${request.headers.get('x-api-key')}`), { request });
          },
        ],
      },
    });
    const error = await failureOf(send(configFor('https://api.test', { http }), { retry: { limit: 0 } }));
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('sk-ant-');
  });
});

describe('middleware', () => {
  const tag =
    (name: string, trace: string[]): Middleware =>
    async (request, next) => {
      trace.push(`${name} in ${request.attempt}`);
      request.headers.append('x-path', name);
      const response = await next(request);
      trace.push(`${name} out ${response.status}`);
      return response;
    };

  test('wraps each attempt, with the first middleware outermost', async () => {
    const server = await serve(apiError(529, 'overloaded_error', 'Overloaded'), json({ ok: true }));
    const trace: string[] = [];
    await send(configFor(server.url, { middleware: [tag('a', trace), tag('b', trace)] }));
    expect(trace).toEqual([
      ...['a in 1', 'b in 1', 'b out 529', 'a out 529'],
      ...['a in 2', 'b in 2', 'b out 200', 'a out 200'],
    ]);
    expect(server.received.map(({ headers }) => headers['x-path'])).toEqual(['a, b', 'a, b']);
  });

  test('may respond without sending', async () => {
    const middleware = [() => new Response('{"from":"cache"}')];
    await expect(send(configFor('https://api.test', { middleware }))).resolves.toEqual({ from: 'cache' });
  });

  test('does not see the credential', async () => {
    const server = await serve(json({}));
    let seen = '';
    const middleware: Middleware[] = [
      (request, next) => {
        seen = JSON.stringify([request, [...request.headers]]);
        return next(request);
      },
    ];
    await send(configFor(server.url, { middleware }));
    expect(seen).toContain('anthropic-version');
    expect(seen).not.toContain('sk-ant-');
    expect(server.received[0]?.headers['x-api-key']).toBe(KEY);
  });

  test('may set its own authorization, which replaces the key', async () => {
    const server = await serve(json({}));
    const middleware: Middleware[] = [
      (request, next) => {
        request.headers.set('authorization', 'Gateway token');
        return next(request);
      },
    ];
    await send(configFor(server.url, { middleware }));
    expect(server.received[0]?.headers).toMatchObject({ authorization: 'Gateway token' });
    expect(server.received[0]?.headers).not.toHaveProperty('x-api-key');
  });

  test('that redirects a request to another host sends it without the key', async () => {
    const elsewhere = await serve(json({ ok: true }));
    const middleware: Middleware[] = [(request, next) => next({ ...request, url: `${elsewhere.url}/proxy` })];
    await send(configFor('https://api.test', { middleware }));
    expect(elsewhere.received[0]?.headers).not.toHaveProperty('x-api-key');
    expect(JSON.stringify(elsewhere.received)).not.toContain('sk-ant-');
  });

  test('that throws fails the call without a retry, with its error as the cause', async () => {
    const cause = new TypeError('a bug in the middleware');
    const middleware = [
      () => {
        throw cause;
      },
    ];
    const error = await failureOf(send(configFor('https://api.test', { middleware })));
    expect(error).toMatchObject({ name: 'ConnectionError', retryable: false, attempts: 1, cause });
    expect(String(error)).toContain('a middleware threw, see cause.');
  });

  test('passes on connection errors, which are still retried', async () => {
    const fetch = jest.fn<FetchFunction>().mockRejectedValue(new TypeError('fetch failed'));
    const middleware: Middleware[] = [(request, next) => next(request)];
    const error = await failureOf(send(configFor('https://api.test', { fetch, middleware })));
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 3, cause: { message: 'fetch failed' } });
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe('hooks', () => {
  test('are called for each request and response', async () => {
    const server = await serve(apiError(500, 'api_error', 'Once'), json({}, 200, { 'request-id': 'req_1' }));
    const events: unknown[] = [];
    await send(
      configFor(server.url, {
        hooks: {
          onRequest: (event) => void events.push(event),
          onResponse: ({ attempt, http, milliseconds }) =>
            void events.push([attempt, http.status, milliseconds >= 0]),
        },
      }),
    );
    const seen = { method: 'POST', url: `${server.url}/v1/messages` };
    expect(events).toEqual([
      { ...seen, attempt: 1 },
      [1, 500, true],
      { ...seen, attempt: 2 },
      [2, 200, true],
    ]);
  });

  test.each(['onRequest', 'onResponse', 'onRetry'])(
    '%s fails the call without a retry when it rejects',
    async (name) => {
      const server = await serve(apiError(500, 'api_error', 'Broken'));
      const hooks = { [name]: () => Promise.reject(new Error('a bug in the hook')) };
      const error = await failureOf(send(configFor(server.url, { hooks })));
      expect(error).toMatchObject({
        name: 'ConnectionError',
        retryable: false,
        cause: new Error('a bug in the hook'),
      });
      expect(String(error)).toContain('the logger or a hook threw, see cause');
      expect(server.received.length).toBeLessThanOrEqual(1);
    },
  );
});
