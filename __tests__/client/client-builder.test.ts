import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import ky from 'ky';
import * as undici from 'undici';
import { Client } from '../../lib/client/client.js';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { AuthToken } from '../../lib/values/auth-token.js';
import { json, serve } from '../support/loopback.js';
import { failureOf, KEY } from '../support/transport.js';

const NAMES = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL'] as const;
const keyed = () => ClientBuilder.create().apiKey(ApiKey.of(KEY));

/** The error that a function throws. Fails the test if it does not throw. */
const thrownBy = (run: () => unknown) => failureOf((async () => run())());

/** The headers that a client sends. */
async function headersFrom(build: (url: string) => Client) {
  const server = await serve(json({}));
  await build(server.url).raw('GET', '/');
  return server.received[0]?.headers;
}

describe('the credential', () => {
  test('is sent as x-api-key if it is a key', async () => {
    const headers = await headersFrom((url) => keyed().baseUrl(url).build());
    expect(headers).toMatchObject({ 'x-api-key': KEY });
    expect(headers).not.toHaveProperty('authorization');
  });

  test.each([['sk-ant-oat01-token'], [AuthToken.of('sk-ant-oat01-token')]])(
    'is sent as a bearer token if it is a token',
    async (token) => {
      const headers = await headersFrom((url) =>
        ClientBuilder.create().authToken(token).baseUrl(url).build(),
      );
      expect(headers).toMatchObject({ authorization: 'Bearer sk-ant-oat01-token' });
      expect(headers).not.toHaveProperty('x-api-key');
    },
  );

  test.each([[''], ['  '], ['sk-ant-a\nb'], ['sk-ant-a b'], ['sk-ant-\u0000'], ['sk-ant-世界']])(
    'AT-10.5 is rejected without being printed if a header cannot hold it: %j',
    async (text) => {
      for (const make of [() => ApiKey.of(text), () => ClientBuilder.create().authToken(text)]) {
        const error = await thrownBy(make);
        expect(error).toMatchObject({ name: 'ValidationError' });
        expect(String(error)).not.toContain('sk-ant-');
      }
    },
  );

  test('is rejected at once if it is a string instead of an ApiKey', async () => {
    // JavaScript allows this.
    const error = await thrownBy(() => ClientBuilder.create().apiKey('sk-ant-text' as unknown as ApiKey));
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(String(error)).not.toContain('sk-ant-');
  });

  test('must be exactly one: build() rejects others with the sentences of the compiler', async () => {
    // @ts-expect-error: no credential
    const none = await thrownBy(() => ClientBuilder.create().build());
    expect(String(none)).toContain('build() needs a credential: call apiKey(), authToken() or fromEnv()');
    // @ts-expect-error: two credentials
    const several = await thrownBy(() => keyed().authToken('token').build());
    expect(String(several)).toContain('build() takes one credential: call only one of');
  });

  test('is replaced by a later call of apiKey()', async () => {
    const headers = await headersFrom((url) => keyed().apiKey(ApiKey.of('another')).baseUrl(url).build());
    expect(headers).toMatchObject({ 'x-api-key': 'another' });
  });
});

describe('fromEnv()', () => {
  let before: (string | undefined)[];
  beforeEach(() => {
    before = NAMES.map((name) => process.env[name]);
    for (const name of NAMES) delete process.env[name];
  });
  afterEach(() => {
    NAMES.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
  });

  test('reads the key and the base URL, and trims them', async () => {
    process.env.ANTHROPIC_API_KEY = `  ${KEY}\n`;
    const headers = await headersFrom((url) => {
      process.env.ANTHROPIC_BASE_URL = ` ${url}/ `;
      return Client.fromEnv();
    });
    expect(headers).toMatchObject({ 'x-api-key': KEY });
  });

  test('reads the token if the key is blank', async () => {
    process.env.ANTHROPIC_API_KEY = ' ';
    process.env.ANTHROPIC_AUTH_TOKEN = 'token';
    const headers = await headersFrom((url) => ClientBuilder.create().baseUrl(url).fromEnv().build());
    expect(headers).toMatchObject({ authorization: 'Bearer token' });
  });

  test('reads the key if both are set', async () => {
    process.env.ANTHROPIC_API_KEY = KEY;
    process.env.ANTHROPIC_AUTH_TOKEN = 'token';
    const headers = await headersFrom((url) => ClientBuilder.create().fromEnv().baseUrl(url).build());
    expect(headers).toMatchObject({ 'x-api-key': KEY });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('does not replace a base URL that was given before or after it', () => {
    process.env.ANTHROPIC_API_KEY = KEY;
    process.env.ANTHROPIC_BASE_URL = 'https://env.test';
    const { create } = ClientBuilder;
    expect(create().fromEnv().build().baseUrl).toBe('https://env.test/');
    expect(create().fromEnv().baseUrl('https://given.test').build().baseUrl).toBe('https://given.test/');
    expect(create().baseUrl('https://given.test').fromEnv().build().baseUrl).toBe('https://given.test/');
  });

  test('says what to set if nothing is set', async () => {
    const error = await thrownBy(() => Client.fromEnv());
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(String(error)).toContain('neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN is set: set one');
  });

  test.each([
    ['ANTHROPIC_API_KEY', 'sk-ant-two\nsk-ant-lines'],
    ['ANTHROPIC_BASE_URL', 'not a url'],
  ])('rejects an invalid %s without printing it', async (name, value) => {
    process.env.ANTHROPIC_API_KEY = KEY;
    process.env[name] = value;
    const error = await thrownBy(() => Client.fromEnv());
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(String(error)).not.toContain(value);
  });

  test('reports the missing variables if there is no global process', async () => {
    const { process: real } = globalThis;
    Reflect.deleteProperty(globalThis, 'process');
    try {
      expect(String(await thrownBy(() => Client.fromEnv()))).toContain('is set');
    } finally {
      globalThis.process = real;
    }
  });
});

describe('the base URL', () => {
  test.each([
    ['https://api.test', 'https://api.test/'],
    ['https://api.test/', 'https://api.test/'],
    ['https://api.test/v1', 'https://api.test/'],
    ['https://api.test/v1/', 'https://api.test/'],
    ['https://gateway.test/anthropic', 'https://gateway.test/anthropic'],
    ['https://gateway.test/v1/account/anthropic/', 'https://gateway.test/v1/account/anthropic'],
    ['http://localhost:8080', 'http://localhost:8080/'],
  ])('%s becomes %s', (given, normalized) => {
    expect(keyed().baseUrl(given).build().baseUrl).toBe(normalized);
    expect(keyed().baseUrl(new URL(given)).build().baseUrl).toBe(normalized);
  });

  test.each([
    [''],
    ['api.anthropic.com'],
    ['file:///etc/passwd'],
    ['https://user:sk-ant-secret@api.test'],
    ['https://api.test?key=sk-ant-secret'],
  ])('%j is rejected at once', async (url) => {
    const error = await thrownBy(() => keyed().baseUrl(url));
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'baseUrl' }] });
    expect(String(error)).toContain('the base URL is not an address like https://api.anthropic.com');
    expect(String(error)).not.toContain('sk-ant-');
  });
});

describe('the other methods of ClientBuilder', () => {
  test('do not change the builder', async () => {
    const builder = keyed();
    builder.betas('never-sent').headers({ 'x-never': '1' }).version('2023-06-01');
    const headers = await headersFrom((url) => builder.baseUrl(url).build());
    expect(headers).not.toHaveProperty('anthropic-beta');
    expect(headers).not.toHaveProperty('x-never');
    expect(headers).toMatchObject({ 'anthropic-version': '2026-10-21' });
    expect(Object.isFrozen(builder)).toBe(true);
  });

  test('reject invalid headers, timeouts and retries at once', async () => {
    for (const wrong of [
      () => keyed().headers({ 'x-a': 'one\ntwo' }),
      () => keyed().headers({ 'x-api-key': 'other' }),
      () => keyed().timeout({ idle: 0 }),
      () => keyed().retry({ limit: -1 }),
      () => keyed().retry({ maxRetryAfter: Number.NaN }),
    ]) {
      expect(await thrownBy(wrong)).toMatchObject({ name: 'ValidationError' });
    }
  });

  test('include fetch(), which passes non-standard options on', async () => {
    const calls: object[] = [];
    const client = keyed()
      .fetch(
        async (_, init) => {
          calls.push(init);
          return new Response('{}');
        },
        { dispatcher: 'mine' },
      )
      .build();
    await client.raw('GET', '/');
    expect(calls).toMatchObject([{ dispatcher: 'mine' }]);
  });

  test('include http(), which accepts a ky instance', async () => {
    const http = ky.create({ hooks: { beforeRequest: [({ headers }) => headers.set('x-ky', 'mine')] } });
    expect(await headersFrom((url) => keyed().http(http).baseUrl(url).build())).toMatchObject({
      'x-ky': 'mine',
    });
  });

  test('AT-21.1 include fetch(), which accepts the fetch of undici with a dispatcher', async () => {
    const dispatcher = new undici.Agent();
    const headers = await headersFrom((url) =>
      keyed().fetch(undici.fetch, { dispatcher }).baseUrl(url).build(),
    );
    expect(headers).toMatchObject({ 'x-api-key': KEY });
    await dispatcher.close();
  });

  test('include use(), hooks() and logger(), which observe every call', async () => {
    const seen: string[] = [];
    const record = (what: string) => () => void seen.push(what);
    const logger = {
      debug: record('debug'),
      info: record('info'),
      warn: record('warn'),
      error: record('error'),
    };
    await headersFrom((url) =>
      keyed()
        .use((request, next) => {
          seen.push('middleware');
          return next(request);
        })
        .hooks({ onRequest: record('onRequest') })
        .hooks({ onResponse: record('onResponse') })
        .logger(logger)
        .baseUrl(url)
        .build(),
    );
    expect(seen).toEqual(['debug', 'onRequest', 'middleware', 'info', 'onResponse']);
  });
});

describe('AT-10 in a browser', () => {
  const page = globalThis as { window?: unknown; document?: unknown; navigator?: unknown };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  beforeEach(() => {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
    page.window = page.document = {};
  });
  afterEach(() => {
    delete page.window;
    delete page.document;
    if (before === undefined) delete page.navigator;
    else Object.defineProperty(globalThis, 'navigator', before);
  });

  test('a client is rejected with a sentence that says why', async () => {
    const error = await thrownBy(() => keyed().build());
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ rule: 'browser' }] });
    expect(String(error)).toContain('in a browser every visitor can read the key');
    expect(await thrownBy(() => Client.fromApiKey(ApiKey.of(KEY)))).toMatchObject({
      name: 'ValidationError',
    });
  });

  test('allowBrowser() permits a client, which sends the header that allows direct access', async () => {
    const headers = await headersFrom((url) => keyed().allowBrowser().baseUrl(url).build());
    expect(headers).toMatchObject({ 'anthropic-dangerous-direct-browser-access': 'true' });
    expect(headers?.['user-agent']).not.toContain('clust');
  });
});
