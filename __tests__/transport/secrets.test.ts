import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Logger } from '../../lib/transport/hooks.js';
import { redactHeaders, redactJson, redactor } from '../../lib/transport/redact.js';
import { json, raw, reset, serve, stall } from '../support/loopback.js';
import { configFor, failureOf, KEY, send } from '../support/transport.js';

/** The error as every common way of printing shows it. */
function printed(error: unknown): string {
  return [
    inspect(error, { depth: 20, showHidden: true }),
    JSON.stringify(error),
    String(error),
    inspect(structuredClone(error), { depth: 20, showHidden: true }),
  ].join('\n');
}

describe('AT-10.1 a redirect', () => {
  test.each([301, 302, 303, 307, 308])('with status %i to another origin is not followed', async (status) => {
    const elsewhere = await serve(json({}));
    const server = await serve(raw('', status, { location: `${elsewhere.url}/steal` }));
    const error = await failureOf(send(configFor(server.url)));
    expect(error).toMatchObject({ name: 'ConnectionError', retryable: false, attempts: 1 });
    expect(String(error)).toContain(`redirects to ${new URL(elsewhere.url).host}, which is not followed`);
    expect(elsewhere.received).toHaveLength(0);
    expect(server.received).toHaveLength(1);
  });

  test('to the same origin is not followed either', async () => {
    const server = await serve(raw('', 307, { location: '/v2/messages' }));
    expect(String(await failureOf(send(configFor(server.url))))).toContain(
      `redirects to ${new URL(server.url).host}`,
    );
  });

  test.each([[{}], [{ location: 'http://[' }]])(
    'without a valid target is an error (%j)',
    async (headers) => {
      const server = await serve(raw('', 302, headers));
      expect(await failureOf(send(configFor(server.url)))).toMatchObject({
        name: 'ConnectionError',
        retryable: false,
      });
    },
  );

  test('that a browser hides (opaqueredirect) is an error', async () => {
    const response = Object.defineProperty(new Response('{}'), 'type', { value: 'opaqueredirect' });
    const error = await failureOf(send(configFor('https://api.test', { fetch: async () => response })));
    expect(String(error)).toContain('redirects to another place');
  });
});

describe('AT-10.2 an error shows neither the key nor the prompt', () => {
  test.each([
    [
      'an API error whose body echoes the request',
      raw(JSON.stringify({ error: { type: 'x', message: `bad ${KEY}` } }), 400),
    ],
    ['an error page that echoes the key', raw(`<p>${KEY}</p>`, 502)],
    ['an unexpected response that echoes the key', raw(`<p>${KEY}</p>`)],
    ['truncated JSON', raw(`{"key":"${KEY}`)],
    ['a connection reset', reset],
    ['a redirect', raw('', 302, { location: 'https://evil.test' })],
  ])('%s', async (_, answer) => {
    const server = await serve(answer);
    const error = await failureOf(send(configFor(server.url)));
    expect(printed(error)).not.toContain('sk-ant-');
    expect(printed(error)).not.toContain('private question');
  });

  test('a timeout', async () => {
    const server = await serve(stall);
    const error = await failureOf(send(configFor(server.url), { timeout: { headers: 20 } }));
    expect(printed(error)).not.toMatch(/sk-ant-|private question/);
  });

  test('a fetch that puts the key into its error', async () => {
    const fetch = () =>
      Promise.reject(Object.assign(new Error(`cannot send ${KEY}`), { config: { headers: KEY } }));
    expect(printed(await failureOf(send(configFor('https://api.test', { fetch }))))).not.toContain('sk-ant-');
  });
});

describe('AT-10.3 the log', () => {
  function recordingLogger() {
    const lines: string[] = [];
    const at = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
    const logger: Logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
    return { lines, logger };
  }

  test('reports each request, response and retry, without keys', async () => {
    const server = await serve(raw(`{"error":{"type":"api_error","message":"bad ${KEY}"}}`, 500), json({}));
    const { lines, logger } = recordingLogger();
    const headers = { cookie: 'session=1', 'proxy-authorization': 'Basic x', 'x-note': `see ${KEY}` };
    await send(configFor(server.url, { logger }), { headers });
    const text = lines.join('\n');
    expect(text).not.toMatch(/sk-ant-|session=1|Basic x/);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['debug', 'info', 'warn', 'debug', 'info']);
    expect(text).toContain('answered 500 in ');
    // The answers of a gateway have no request id.
    expect(text).not.toContain('undefined');
    expect(text).toContain('Trying again in 500 ms.');
  });

  test('shows request bodies at level debug only', async () => {
    const server = await serve(raw('no', 400));
    const { lines, logger } = recordingLogger();
    await failureOf(send(configFor(server.url, { logger })));
    const withBody = lines.filter((line) => line.includes('private question'));
    expect(withBody).toHaveLength(1);
    expect(withBody[0]).toMatch(/^debug POST /);
    expect(lines.at(-1)).toMatch(/^error POST .* answered 400/);
  });

  test('fails the call when the logger throws', async () => {
    const server = await serve(json({}));
    const { logger } = recordingLogger();
    const full = () => {
      throw new Error('disk full');
    };
    const error = await failureOf(
      send(configFor(server.url, { logger: { ...logger, info: full, error: full } })),
    );
    expect(error).toMatchObject({ name: 'ConnectionError', cause: new Error('disk full') });
    expect(server.received).toHaveLength(1);
  });
});

test('redaction hides keys in any text, and headers whose name marks them as secret', () => {
  const redact = redactor('gateway-token');
  expect(redact('a sk-ant-api03-AbC_123-x, gateway-token b')).toBe('a ***, *** b');
  expect(redactor('short')('a short text')).toBe('a short text');
  expect(redactJson({ a: ['gateway-token'] }, redact)).toEqual({ a: ['***'] });
  const headers = new Headers({
    'X-Api-Key': 'k',
    Authorization: 'b',
    Cookie: 'c',
    'Proxy-Token': 'p',
    'x-ok': 'yes',
  });
  expect(redactHeaders(headers)).toEqual({
    authorization: '***',
    cookie: '***',
    'proxy-token': '***',
    'x-api-key': '***',
    'x-ok': 'yes',
  });
});
