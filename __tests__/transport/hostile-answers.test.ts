import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import type { FetchFunction } from '../../lib/transport/http-client.js';
import { redactHeaders, redactor } from '../../lib/transport/redact.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { serveFaults } from '../support/fault-server.js';
import { json, raw, serve } from '../support/loopback.js';
import { openStream } from '../support/streams.js';
import { configFor, failureOf, KEY, send } from '../support/transport.js';

const once = { retry: { limit: 0 } };

const printed = (error: unknown) =>
  [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error)].join('\n');

/** The text with every character as a JSON escape. */
const escaped = (text: string, backslashes = '\\') =>
  [...text].map((character) => `${backslashes}u00${character.charCodeAt(0).toString(16)}`).join('');

describe('a key in a response is redacted', () => {
  const secret = 'gate/way"to-ken';
  const spellings: [string, string][] = [
    ['unescaped', KEY],
    ['with its dashes escaped', KEY.replaceAll('-', '\\u002d')],
    ['with every character escaped', escaped(KEY)],
    ['with escapes in upper case', KEY.replaceAll('-', '\\u002D')],
    ['inside JSON in a JSON string', escaped(KEY, '\\\\')],
    ['if it is the token of a gateway', secret.replaceAll('"', '\\"')],
    [
      'if it is the token of a gateway, with its slash escaped',
      secret.replaceAll('"', '\\"').replace('/', '\\/'),
    ],
    ['if it is the token of a gateway, escaped twice', secret.replaceAll('"', '\\\\\\"')],
  ];

  test.each(spellings)('%s, in the message and the body of an ApiError', async (_how, text) => {
    const server = await serve(raw(`{"error":{"type":"x","message":"no: ${text}","echo":["${text}"]}}`, 400));
    const config = configFor(server.url, { credential: ApiKey.of(text.includes('gate') ? secret : KEY) });
    const error = await failureOf(send(config, once));
    expect(error).toMatchObject({ name: 'ApiError', body: { error: { type: 'x' } } });
    expect(printed(error)).toContain('no: ***');
    expect(printed(error)).not.toMatch(/secret-of-the|u0073|u002d|way/i);
  });

  test.each(spellings)('%s, in the quote of an event that is not JSON', async (_how, text) => {
    const server = await serve(
      raw(`data: {"oops": "${text}\n\n`, 200, { 'content-type': 'text/event-stream' }),
    );
    const config = configFor(server.url, { credential: ApiKey.of(text.includes('gate') ? secret : KEY) });
    const error = await failureOf(openStream(config).finalMessage());
    expect(error).toMatchObject({ name: 'StreamError', reason: 'malformed' });
    expect(printed(error)).not.toMatch(/secret-of-the|u0073|u002d|way/i);
  });

  test('while the text around it stays, even 200,000 backslashes', () => {
    const redact = redactor('gateway-token');
    expect(redact('"a\\\\b gateway\\u002dtoken c"')).toBe('"a\\\\b *** c"');
    const backslashes = '\\'.repeat(200_000);
    expect(redact(backslashes)).toBe(backslashes);
  });
});

test('an invalid HTTP response is not quoted in the error', async () => {
  const server = await serveFaults((exchange) =>
    exchange.send(`HTTP/1.1 200 OK\r\nbad header ${KEY}\r\n\r\n`),
  );
  const error = await failureOf(send(configFor(server.url), once));
  expect(error).toMatchObject({ name: 'ConnectionError' });
  expect(printed(error)).not.toMatch(/sk-ant-|bad header/);
});

test('the log hides the credential headers of gateways and shows the others', () => {
  const secrets = [
    'authorization',
    'x-api-key',
    'api-key',
    'cookie',
    'set-cookie',
    'proxy-authorization',
    'cf-aig-authorization',
    'cf-access-client-secret',
    'helicone-auth',
    'ocp-apim-subscription-key',
    'x-goog-api-key',
    'x-goog-iam-authorization-token',
    'x-amz-security-token',
    'x-litellm-api-key',
    'x-portkey-api-key',
    'x-portkey-virtual-key',
    'x-auth-token',
    'x-vercel-oidc-token',
    'x-kong-api-key',
    'x-tyk-authorization',
    'x-request-signature',
  ];
  const harmless = [
    'accept',
    'anthropic-version',
    'anthropic-beta',
    'content-type',
    'user-agent',
    'max-tokens',
  ];
  const shown = redactHeaders(
    new Headers([...secrets, ...harmless].map((name): [string, string] => [name, 'value'])),
  );
  expect(Object.keys(shown).filter((name) => shown[name] === 'value')).toEqual(harmless.toSorted());
});

describe('an endless response', () => {
  const endless = (status: number, headers: Record<string, string>) => {
    let sent = 0;
    const fetch: FetchFunction = async () => {
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1024 * 1024;
          controller.enqueue(new Uint8Array(1024 * 1024).fill(120));
        },
      });
      return new Response(body, { status, headers });
    };
    return { config: configFor('http://127.0.0.1', { fetch }), sent: () => sent };
  };

  test('is read up to maxResponseBytes, fails with that limit in the message, and is not retried', async () => {
    const { config, sent } = endless(200, {});
    const error = await failureOf(send(config, { maxResponseBytes: 3_000_000 }));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'body', retryable: false, attempts: 1 });
    expect(String(error)).toContain('answered with more than maxResponseBytes, 3000000.');
    expect(sent()).toBeLessThan(6_000_000);
  });

  test('fails only above the limit', async () => {
    const server = await serve(json({ a: 1 }));
    expect(await send(configFor(server.url), { maxResponseBytes: 7 })).toEqual({ a: 1 });
    expect(await failureOf(send(configFor(server.url), { maxResponseBytes: 6 }))).toMatchObject({
      message: expect.stringContaining('more than maxResponseBytes, 6'),
    });
  });

  test('with an error status keeps 64 KiB of its body', async () => {
    const { config, sent } = endless(500, {});
    const error = await failureOf(send(config, once));
    expect(error).toMatchObject({ name: 'ApiError', status: 500 });
    expect(Reflect.get(Object(error), 'body')).toHaveLength(64 * 1024);
    expect(sent()).toBeLessThan(4_000_000);
  });
});

describe('a proxy that rejects the connection', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  const through = async (status: string) => {
    const proxy = createServer();
    proxy.on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status}\r\n\r\n`));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    // A listening server has an address of this form.
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    closing.push(
      () => proxy.close(),
      () => void dispatcher.close(),
    );
    const fetch = undiciFetch as FetchFunction;
    return configFor('https://api.test', { fetch, fetchInit: { dispatcher } });
  };

  test.each([
    ['407 Proxy Authentication Required', 'the proxy refused the connection: check its credentials.', 1],
    ['502 Bad Gateway', 'the proxy refused the connection, see cause: check the proxy.', 3],
  ])('with %s is named in the message', async (status, sentence, attempts) => {
    const error = await failureOf(send(await through(status)));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'connect', attempts });
    expect(String(error)).toContain(sentence);
  });
});
