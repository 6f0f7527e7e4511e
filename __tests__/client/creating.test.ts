import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiKey, Client, ClientBuilder, isApiError, MessagesRequestBuilder } from '../../lib/index.js';
import { apiError, json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';

const names = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL'] as const;
let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = { ...process.env };
  for (const name of names) delete process.env[name];
});
afterEach(() => {
  process.env = before;
});

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').build();
const answer = json({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  content: [{ type: 'text', text: 'Hello' }],
});

test('Client.fromApiKey() uses ANTHROPIC_BASE_URL, so that no gateway is bypassed', async () => {
  const server = await serve(answer);
  process.env.ANTHROPIC_BASE_URL = server.url;
  const client = Client.fromApiKey(ApiKey.of('a-key-of-the-tests'));
  expect((await client.createMessage(request)).text).toBe('Hello');
  expect(server.received[0]?.headers['x-api-key']).toBe('a-key-of-the-tests');
});

describe('Client.fromEnv({lazy: true})', () => {
  test('creates a client without a key, which reads the environment at its first call', async () => {
    const server = await serve(answer);
    const client = Client.fromEnv({ lazy: true });
    const patient = client.with({ timeout: { total: 10_000 } });
    expect(client.baseUrl).toBe('https://api.anthropic.com/');

    expect(await failureOf(client.createMessage(request))).toMatchObject({
      name: 'ValidationError',
      problems: [{ path: 'credential', message: expect.stringContaining('neither ANTHROPIC_API_KEY nor') }],
    });

    process.env.ANTHROPIC_API_KEY = 'a-key-of-the-tests';
    process.env.ANTHROPIC_BASE_URL = server.url;
    for (const one of [client, patient]) expect((await one.createMessage(request)).text).toBe('Hello');
    expect(server.received.map(({ headers }) => headers['x-api-key'])).toEqual([
      'a-key-of-the-tests',
      'a-key-of-the-tests',
    ]);
  });

  test('hides the key from the environment in errors', async () => {
    const key = 'a-key-of-the-tests';
    const server = await serve(apiError(401, 'authentication_error', `no: ${key}`));
    process.env.ANTHROPIC_BASE_URL = server.url;
    process.env.ANTHROPIC_API_KEY = key;
    expect(String(await failureOf(Client.fromEnv({ lazy: true }).createMessage(request)))).toContain(
      'no: ***',
    );
  });
});

test.each([
  ['api.anthropic.com', '"api.anthropic.com"'],
  ['htps://gateway.test', '"htps://gateway.test"'],
  ['https://user:secret@gateway.test', '"https:***gateway.test"'],
  ['https://gateway.test?key=secret', '"https://gateway.test***"'],
  ['sk-ant-api03-secret', '"***"'],
  ['a-foreign-key-that-is-secret', '"***"'],
])('the error for ANTHROPIC_BASE_URL %s shows its name and value without secrets', (value, shown) => {
  process.env.ANTHROPIC_BASE_URL = value;
  process.env.ANTHROPIC_API_KEY = 'a-key-of-the-tests';
  for (const make of [() => Client.fromEnv(), () => ClientBuilder.create().fromEnv()]) {
    expect(make).toThrow(
      `ANTHROPIC_BASE_URL is ${shown}, which is not an address like https://api.anthropic.com`,
    );
    expect(make).not.toThrow('secret');
  }
});

test.each([[undefined], [{ apiKey: 'sk-ant-api03-secret' }]])(
  'new Client(%j) throws an error that says how to create a client',
  (given) => {
    const make = () => new Client(given as never);
    expect(make).toThrow(
      'a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()',
    );
    expect(make).toThrow(expect.objectContaining({ name: 'ValidationError' }));
  },
);

test('the methods of a client can be mocked, but its fields are read-only', async () => {
  const client = ClientBuilder.create().apiKey(ApiKey.of('a-key-of-the-tests')).build();
  const spy = jest.spyOn(client, 'createMessage').mockRejectedValue(new Error('mocked'));
  expect(await failureOf(client.createMessage(request))).toMatchObject({ message: 'mocked' });
  spy.mockRestore();
  expect(() => Object.assign(client, { baseUrl: 'https://evil.test' })).toThrow(TypeError);
  expect(() => Object.assign(client, { version: '2023-06-01' })).toThrow(TypeError);
});

test('isApiError() accepts the error types of the API and future types that end in _error', () => {
  const error: unknown = undefined;
  expect(isApiError(error, 'rate_limit_error')).toBe(false);
  expect(isApiError(error, 'some_future_error')).toBe(false);
  expect(isApiError(error, 'request_too_large')).toBe(false);
  // @ts-expect-error: there is no such type
  expect(isApiError(error, 'rate_limit')).toBe(false);
});

test('http() rejects a function and asks for a ky instance', () => {
  const builder = ClientBuilder.create().apiKey(ApiKey.of('a-key-of-the-tests'));
  expect(() => builder.http(fetch as never)).toThrow(
    'http() takes a ky instance, such as ky.create({ hooks })',
  );
});
