import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { HttpInfo } from '../../lib/wire/http.js';
import { apiError, deadUrl, json, raw, reset, resetAfter, serve } from '../support/loopback.js';
import { configFor, failureOf, send, sendAndRead } from '../support/transport.js';

const once = { retry: { limit: 0 } };

describe('an error response', () => {
  test('becomes an ApiError with the call, the reason and a hint', async () => {
    const server = await serve(apiError(404, 'not_found_error', 'model: claude-nope'));
    const error = await failureOf(send(configFor(server.url)));
    expect(error).toMatchObject({
      name: 'ApiError',
      status: 404,
      type: 'not_found_error',
      requestId: 'req_404',
      retryable: false,
      synthetic: false,
      attempts: 1,
      body: { error: { type: 'not_found_error' } },
    });
    expect(String(error)).toBe(
      `ApiError: POST ${server.url}/v1/messages answered 404 not_found_error: model: claude-nope. (request req_404) Check the model id and the base URL.`,
    );
  });

  test('for a retired model says when it was retired and which model to use', async () => {
    const server = await serve(apiError(404, 'not_found_error', 'model: claude-3-opus-latest'));
    const error = await failureOf(send(configFor(server.url)));
    expect(String(error)).toMatch(/claude-3-opus-latest was retired on 2026-01-05: use claude-opus-5-5\.$/);
  });

  test.each([
    [401, 'authentication_error'],
    [403, 'permission_error'],
    [413, 'request_too_large'],
    [429, 'rate_limit_error'],
    [502, 'api_error'],
    [529, 'overloaded_error'],
    [418, 'invalid_request_error'],
  ])('with status %i and an HTML body has type %s', async (status, type) => {
    const server = await serve(
      raw('<html>Bad <b>gateway</b></html>', status, { 'content-type': 'text/html' }),
    );
    const error = await failureOf(send(configFor(server.url), once));
    expect(error).toMatchObject({ status, type, synthetic: true, body: '<html>Bad <b>gateway</b></html>' });
    expect(String(error)).toContain(`answered ${status} ${type}: <html>Bad`);
  });

  test('may have an empty body', async () => {
    const server = await serve(raw('', 500));
    expect(String(await failureOf(send(configFor(server.url), once)))).toContain(
      '500 api_error: no reason is given.',
    );
  });

  test('may be compressed with gzip', async () => {
    const body = gzipSync(JSON.stringify({ error: { type: 'api_error', message: 'Zipped' } }));
    const server = await serve(raw(body, 500, { 'content-encoding': 'gzip' }));
    expect(String(await failureOf(send(configFor(server.url), once)))).toContain('Zipped');
  });

  test('keeps its status when the connection is lost in its body', async () => {
    const server = await serve((response) => {
      response.writeHead(503, { 'content-length': '1000' });
      response.write('{', () => setTimeout(() => response.socket?.resetAndDestroy(), 10));
    });
    expect(await failureOf(send(configFor(server.url), once))).toMatchObject({
      name: 'ApiError',
      status: 503,
    });
  });

  test('is read up to 64 kB, without waiting for the rest', async () => {
    const server = await serve((response) => {
      response.writeHead(500);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      };
      response.on('drain', pour);
      pour();
    });
    const error = await failureOf(send(configFor(server.url), once));
    expect(Reflect.get(Object(error), 'body')).toHaveLength(65_536);
    expect(String(error).length).toBeLessThan(400);
  });
});

describe('a response with status 200', () => {
  test('and an HTML body fails with the first 200 characters of the body', async () => {
    const page = `<!doctype html><title>Sign in</title>${'x'.repeat(5000)}`;
    const server = await serve(raw(page, 200, { 'content-type': 'text/html' }));
    const error = await failureOf(send(configFor(server.url)));
    expect(error).toMatchObject({ name: 'ApiError', status: 200, type: 'unexpected_response', attempts: 1 });
    expect(String(error)).toContain(page.slice(0, 200));
    expect(String(error)).not.toContain(page.slice(0, 201));
    expect(String(error)).toContain('expected, not (text/html)');
    expect(server.received).toHaveLength(1);
  });

  test('and truncated JSON fails as a lost connection', async () => {
    const server = await serve(
      raw('{"id":"msg_1","content":[{"type":"te', 200, { 'content-type': 'application/json' }),
    );
    const error = await failureOf(send(configFor(server.url)));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'body', retryable: true, attempts: 3 });
    expect(String(error)).toContain('breaks off after 36 characters: {"id":"msg_1"');
  });

  test.each([['[]'], ['null'], ['"text"'], ['7'], [''], ['data: {}']])(
    'and the body %j fails as unexpected_response',
    async (body) => {
      const server = await serve(raw(body));
      expect(await failureOf(send(configFor(server.url)))).toMatchObject({ type: 'unexpected_response' });
    },
  );

  test('and a wrong content type is accepted when the body is valid', async () => {
    const server = await serve(raw('\uFEFF{"ok":true}', 200, { 'content-type': 'text/plain' }));
    await expect(send(configFor(server.url))).resolves.toEqual({ ok: true });
  });

  test('is decoded correctly when chunks split its characters', async () => {
    const bytes = new TextEncoder().encode('{"text":"世界 🎈"}');
    const server = await serve(async (response) => {
      response.writeHead(200);
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      response.end();
    });
    await expect(send(configFor(server.url))).resolves.toEqual({ text: '世界 🎈' });
  });
});

describe('AT-3.3 a network failure:', () => {
  test('a refused connection says to check the base URL', async () => {
    const url = await deadUrl();
    const error = await failureOf(send(configFor(url), once));
    expect(error).toMatchObject({
      name: 'ConnectionError',
      phase: 'connect',
      cause: { message: 'fetch failed' },
    });
    expect(String(error)).toBe(
      `ConnectionError: POST ${url}/v1/messages failed: nothing listens there: check the base URL, and your proxy.`,
    );
  });

  test('a reset before the headers fails with a ConnectionError', async () => {
    const server = await serve(reset);
    const error = await failureOf(send(configFor(server.url), once));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'headers', retryable: true });
    expect(String(error)).toContain('the connection was lost');
  });

  test('a reset inside the body fails with a ConnectionError', async () => {
    const server = await serve(resetAfter('{"id":'));
    const error = await failureOf(send(configFor(server.url), once));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'body', retryable: true });
  });

  test('a body shorter than content-length fails with a ConnectionError', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{}', () => response.socket?.end());
    });
    expect(await failureOf(send(configFor(server.url), once))).toMatchObject({
      name: 'ConnectionError',
      phase: 'body',
    });
  });

  test.each([
    ['ENOTFOUND', 'connect', true, 'its host name cannot be looked up'],
    ['EAI_AGAIN', 'connect', true, 'its host name cannot be looked up'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect', true, 'no connection could be made'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'connect', false, 'certificate is not trusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'connect', false, 'certificate is not trusted'],
    ['ECONNRESET', 'headers', true, 'the connection was lost'],
    ['UND_ERR_SOCKET', 'headers', true, 'the connection was lost'],
    ['EPIPE', 'headers', true, 'the connection was lost'],
  ])('%s is explained in the message', async (code, phase, retryable, words) => {
    const fetch = () =>
      Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code, message: code } }));
    const error = await failureOf(send(configFor('https://api.test', { fetch }), once));
    expect(error).toMatchObject({ name: 'ConnectionError', phase, retryable });
    expect(String(error)).toContain(words);
  });

  test.each([
    ['UND_ERR_HEADERS_TIMEOUT', 'headers'],
    ['UND_ERR_BODY_TIMEOUT', 'idle'],
  ])('AT-12.2 %s becomes a TimeoutError and is not retried', async (code, phase) => {
    const cause = Object.assign(new Error('Timeout'), { code });
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const error = await failureOf(send(configFor('https://api.test', { fetch })));
    expect(error).toMatchObject({ name: 'TimeoutError', phase, ms: undefined, attempts: 1 });
    expect(String(error)).toContain('for as long as fetch waits: pass a dispatcher that waits longer');
  });

  test.each([
    ['a string'],
    [undefined],
    [null],
    [7],
    [{}],
    [new DOMException('Gone', 'AbortError')],
    [new SyntaxError('x')],
  ])('any value that fetch rejects with (%p) is wrapped in a ConnectionError', async (thrown) => {
    const fetch = () => Promise.reject(thrown);
    const error = await failureOf(send(configFor('https://api.test', { fetch }), once));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'headers' });
    expect(Reflect.get(Object(error), 'cause')).toBe(thrown);
  });

  test('a fetch that resolves to undefined fails with a ConnectionError', async () => {
    // An unconfigured mock does this.
    const fetch = (async () => undefined) as unknown as typeof globalThis.fetch;
    expect(await failureOf(send(configFor('https://api.test', { fetch }), once))).toMatchObject({
      name: 'ConnectionError',
    });
  });

  test('the message of an unknown error is quoted with a single period at its end', async () => {
    const fetch = () => Promise.reject(new Error('the moon is full.. '));
    expect(String(await failureOf(send(configFor('https://api.test', { fetch }), once)))).toMatch(
      /failed: the moon is full\.(?![.\s]*\.)/,
    );
  });

  test('a circular chain of causes is read once', async () => {
    const circle = new Error('around');
    circle.cause = circle;
    const fetch = () => Promise.reject(circle);
    expect(String(await failureOf(send(configFor('https://api.test', { fetch }), once)))).toContain(
      'failed: around.',
    );
  });
});

describe('AT-18.1 rate limits', () => {
  const headers = {
    'request-id': 'req_011',
    'anthropic-ratelimit-requests-limit': '1000',
    'anthropic-ratelimit-requests-remaining': '999',
    'anthropic-ratelimit-requests-reset': '2026-11-22T10:00:01Z',
    'anthropic-ratelimit-input-tokens-limit': '80000',
    'anthropic-ratelimit-input-tokens-remaining': '79000',
    'anthropic-ratelimit-input-tokens-reset': '2026-11-22T10:00:02.5+01:00',
    'anthropic-ratelimit-output-tokens-remaining': '0',
    'retry-after': '12',
  };
  const typed = {
    requests: { limit: 1000, remaining: 999, reset: new Date('2026-11-22T10:00:01Z') },
    tokens: undefined,
    inputTokens: { limit: 80_000, remaining: 79_000, reset: new Date('2026-11-22T09:00:02.500Z') },
    outputTokens: { limit: undefined, remaining: 0, reset: undefined },
    retryAfter: 12_000,
  };
  const infoOf = (url: string): Promise<HttpInfo> =>
    sendAndRead(configFor(url), async (_, attempt) => attempt.http);

  test('are typed on a success', async () => {
    const server = await serve(json({}, 200, headers));
    const info = await infoOf(server.url);
    expect(info).toMatchObject({ status: 200, requestId: 'req_011' });
    expect(info.rateLimit).toEqual(typed);
    expect(info.headers.get('anthropic-ratelimit-requests-limit')).toBe('1000');
  });

  test('are typed on an error', async () => {
    const server = await serve(apiError(429, 'rate_limit_error', 'Slow down', headers));
    const error = await failureOf(send(configFor(server.url), once));
    expect(error).toMatchObject({ rateLimit: typed, retryAfter: 12_000, requestId: 'req_011' });
    expect(String(error)).toContain('Slow down. (request req_011) The API asks to wait 12 s.');
  });

  test('AT-18.2 are undefined when absent or malformed', async () => {
    const server = await serve(
      json({}, 200, {
        'anthropic-ratelimit-requests-limit': 'many',
        'anthropic-ratelimit-requests-remaining': '-1',
        'anthropic-ratelimit-requests-reset': 'tomorrow',
        'anthropic-ratelimit-tokens-limit': '1e9',
        'anthropic-ratelimit-tokens-reset': '2026-99-99T00:00:00Z',
        'retry-after': 'soon',
      }),
    );
    expect((await infoOf(server.url)).rateLimit).toEqual({
      requests: undefined,
      tokens: undefined,
      inputTokens: undefined,
      outputTokens: undefined,
      retryAfter: undefined,
    });
  });
});
