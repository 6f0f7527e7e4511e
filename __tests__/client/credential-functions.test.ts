import { inspect } from 'node:util';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { AuthTokenFunction } from '../../lib/transport/credential-function.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { AuthToken } from '../../lib/values/auth-token.js';
import { type Answer, apiError, json, type Received, raw, serve, stall } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hello').build();
const answer = json({ content: [], role: 'assistant', stop_reason: 'end_turn' });

const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1000);
const bearers = (received: readonly Received[]) => received.map(({ headers }) => headers.authorization);

/** Issues `token-1`, `token-2` …, valid for these seconds. `calls` has the `refresh` argument of each call. */
function issuer(...lifetimes: readonly number[]) {
  const calls: boolean[] = [];
  const issue: AuthTokenFunction = async ({ refresh }) => {
    calls.push(refresh);
    const lifetime = lifetimes[Math.min(calls.length, lifetimes.length) - 1] ?? 3600;
    return { token: `token-${calls.length}`, expiresAt: secondsFromNow(lifetime) };
  };
  return { calls, issue };
}

const clientOf = (url: string, token: AuthTokenFunction) =>
  ClientBuilder.create().authToken(token).baseUrl(url).build();

/** Answers the given tokens with 401. */
const rejecting =
  (...tokens: readonly string[]): Answer =>
  (response, received) =>
    (tokens.includes(received.headers.authorization?.slice(7) ?? '')
      ? apiError(401, 'authentication_error', 'no such token')
      : answer)(response, received);

afterEach(() => {
  jest.useRealTimers();
});

describe('a credential function', () => {
  test('for a key is first called by a request, which sends the key as x-api-key', async () => {
    const server = await serve(answer);
    const key = jest.fn(() => ApiKey.of('sk-ant-api03-of-a-function'));
    const client = ClientBuilder.create().apiKey(key).baseUrl(server.url).build();
    expect(key).not.toHaveBeenCalled();
    await client.createMessage(request);
    await client.createMessage(request);
    expect(key).toHaveBeenCalledTimes(1);
    expect(server.received.map(({ headers }) => headers['x-api-key'])).toEqual([
      'sk-ant-api03-of-a-function',
      'sk-ant-api03-of-a-function',
    ]);
  });

  test.each<[string, AuthTokenFunction]>([
    ['a string', () => 'a-token'],
    ['an AuthToken', async () => AuthToken.of('a-token')],
    ['a token without expiresAt', () => ({ token: 'a-token' })],
    ['a token with expiresAt null', () => ({ token: AuthToken.of('a-token'), expiresAt: null })],
    ['a token with expiresAt', () => ({ token: 'a-token', expiresAt: secondsFromNow(900) })],
  ])('may return %s, and is called once for several requests', async (_, token) => {
    const server = await serve(answer);
    const ask = jest.fn(token);
    const client = clientOf(server.url, ask);
    for (let call = 0; call < 3; call += 1) await client.createMessage(request);
    expect(bearers(server.received)).toEqual(['Bearer a-token', 'Bearer a-token', 'Bearer a-token']);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('is called once for a long stream', async () => {
    const delta = `event: content_block_delta\ndata: ${JSON.stringify({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: 'a' },
    })}\n\n`;
    const server = await serve(raw(delta.repeat(200), 200, { 'content-type': 'text/event-stream' }));
    const { calls, issue } = issuer();
    const stream = clientOf(server.url, issue).createMessageStream(request, { accumulate: false });
    let events = 0;
    await failureOf(
      (async () => {
        for await (const _ of stream) events += 1;
      })(),
    );
    expect(events).toBe(200);
    expect(calls).toEqual([false]);
  });

  test('is called once for 1,000 concurrent calls', async () => {
    const { calls, issue } = issuer();
    const client = ClientBuilder.create()
      .authToken(issue)
      .fetch(async () => Response.json({ content: [] }))
      .build();
    await Promise.all(Array.from({ length: 1000 }, () => client.createMessage(request)));
    expect(calls).toEqual([false]);
  }, 60_000);

  test('is called once more when the API rejects the token of many concurrent calls', async () => {
    const { calls, issue } = issuer();
    const server = await serve(rejecting('token-1'));
    const client = clientOf(server.url, issue);
    await Promise.all(Array.from({ length: 20 }, () => client.createMessage(request)));
    expect(calls).toEqual([false, true]);
    expect(server.received).toHaveLength(40);
  });

  test('is shared by derived clients', async () => {
    const server = await serve(answer);
    const { calls, issue } = issuer();
    const client = clientOf(server.url, issue);
    await client.createMessage(request);
    await client.with({ betas: ['b'] }).createMessage(request);
    expect(calls).toHaveLength(1);
  });

  test('may return headers, which are sent with its token', async () => {
    const server = await serve(answer);
    const headers = { 'anthropic-workspace-id': 'wrkspc_1', 'anthropic-beta': 'oauth-2025-04-20' };
    const client = clientOf(server.url, () => ({ token: 'a-token', headers }));
    await client.createMessage(request, { betas: ['mine-1'] });
    expect(server.received[0]?.headers).toMatchObject({
      'anthropic-workspace-id': 'wrkspc_1',
      'anthropic-beta': 'mine-1, oauth-2025-04-20',
    });
  });
});

describe('the renewal of a token', () => {
  test('happens in the background while the token has 30 to 120 seconds left', async () => {
    const server = await serve(answer);
    const { calls, issue } = issuer(90, 3600);
    const client = clientOf(server.url, issue);
    for (let call = 0; call < 4; call += 1) await client.createMessage(request);
    expect(calls).toEqual([false, false]);
    // The call that starts the renewal does not wait for it.
    expect(bearers(server.received)).toEqual(
      ['token-1', 'token-1', 'token-2', 'token-2'].map((t) => `Bearer ${t}`),
    );
  });

  test('is waited for when the token has less than 30 seconds left', async () => {
    const server = await serve(answer);
    const { calls, issue } = issuer(20, 3600);
    const client = clientOf(server.url, issue);
    await client.createMessage(request);
    await client.createMessage(request);
    expect(calls).toEqual([false, false]);
    expect(bearers(server.received)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('happens after a minute if the token has no expiresAt', async () => {
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'],
    });
    const tokens = ['token-1', 'token-2', 'token-3'];
    const sent: (string | undefined)[] = [];
    const client = ClientBuilder.create()
      .authToken(() => tokens.shift() ?? '')
      .fetch(async (_, { headers }) => {
        sent.push(headers.authorization);
        return Response.json({ content: [] });
      })
      .build();
    for (const seconds of [0, 59, 3, 1, 600]) {
      jest.setSystemTime(Date.now() + seconds * 1000);
      await client.createMessage(request);
    }
    expect(sent).toEqual(
      ['token-1', 'token-1', 'token-1', 'token-2', 'token-3'].map((token) => `Bearer ${token}`),
    );
  });

  test('follows a 401 once, even without retries, and calls onRetry', async () => {
    const server = await serve(rejecting('token-1'));
    const { calls, issue } = issuer();
    const retried: number[] = [];
    const client = clientOf(server.url, issue).with({
      retry: { limit: 0 },
      hooks: { onRetry: ({ attempt, delay }) => void retried.push(attempt, delay) },
    });
    await client.createMessage(request);
    expect(calls).toEqual([false, true]);
    expect(bearers(server.received)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(retried).toEqual([1, 0]);
  });

  test('does not follow a second 401', async () => {
    const server = await serve(rejecting('token-1', 'token-2'));
    const { calls, issue } = issuer();
    const error = await failureOf(clientOf(server.url, issue).createMessage(request));
    expect(error).toMatchObject({ name: 'ApiError', status: 401, attempts: 2 });
    expect(calls).toEqual([false, true]);
  });

  test('does not follow a 401 if the token is fixed', async () => {
    const server = await serve(apiError(401, 'authentication_error', 'no'));
    const client = ClientBuilder.create().authToken('fixed-token').baseUrl(server.url).build();
    expect(await failureOf(client.createMessage(request))).toMatchObject({ status: 401, attempts: 1 });
  });

  test('happens when the API rejects a token that is still valid by the local clock', async () => {
    // The local clock is an hour slow: the token looks valid for another hour.
    const server = await serve(rejecting('token-1'));
    const { calls, issue } = issuer(3600);
    await clientOf(server.url, issue).createMessage(request);
    expect(calls).toEqual([false, true]);
  });
});

describe('a failed renewal', () => {
  const outage = new Error('the token service is down');

  test('fails the call with a CredentialError without sending anything', async () => {
    const server = await serve(answer);
    const error = await failureOf(clientOf(server.url, () => Promise.reject(outage)).createMessage(request));
    expect(error).toMatchObject({ name: 'CredentialError', reason: 'failed', retryable: false, attempts: 1 });
    expect(String(error)).toBe(
      `CredentialError: POST ${server.url}/v1/messages was not sent: the function given to authToken() threw, see cause: the token service is down`,
    );
    expect(server.received).toHaveLength(0);
  });

  test('is repeated by the next call', async () => {
    const server = await serve(answer);
    let calls = 0;
    const client = clientOf(server.url, () => {
      calls += 1;
      if (calls === 1) throw outage;
      return 'a-token';
    });
    await failureOf(client.createMessage(request));
    await client.createMessage(request);
    expect(calls).toBe(2);
  });

  test('leaves the old token in use while it is valid, and is not repeated by every call', async () => {
    const server = await serve(answer);
    let calls = 0;
    const client = clientOf(server.url, () => {
      calls += 1;
      if (calls > 1) throw outage;
      return { token: 'a-token', expiresAt: secondsFromNow(100) };
    });
    for (let call = 0; call < 5; call += 1) await client.createMessage(request);
    expect(calls).toBe(2);
    expect(new Set(bearers(server.received))).toEqual(new Set(['Bearer a-token']));
  });

  test('leaves a token in use that has less than 30 seconds left', async () => {
    const server = await serve(answer);
    let calls = 0;
    const client = clientOf(server.url, () => {
      calls += 1;
      if (calls > 1) throw outage;
      return { token: 'a-token', expiresAt: secondsFromNow(25) };
    });
    await client.createMessage(request);
    await client.createMessage(request);
    expect(calls).toBe(2);
    expect(server.received).toHaveLength(2);
  });

  test.each<[string, AuthTokenFunction]>([
    ['an empty token', () => ''],
    ['a token with a line break', () => 'se\ncret'],
    ['undefined', () => undefined as unknown as string],
    ['a key', () => ApiKey.of('sk-ant-secret') as unknown as AuthToken],
    ['an expiresAt that is not a Date', () => ({ token: 'a', expiresAt: 1_700_000_000 as unknown as Date })],
    ['an invalid Date', () => ({ token: 'a', expiresAt: new Date('soon') })],
  ])('fails the call with a CredentialError if the function returns %s', async (_, token) => {
    const server = await serve(answer);
    const error = await failureOf(clientOf(server.url, token).createMessage(request));
    expect(error).toMatchObject({ name: 'CredentialError', reason: 'invalid' });
    expect(inspect(error, { depth: 9 })).not.toMatch(/se\ncret|sk-ant-secret/);
    expect(server.received).toHaveLength(0);
  });

  test('reports the time of the local clock if the function returns an expired token twice', async () => {
    const server = await serve(answer);
    const { calls, issue } = issuer(-60);
    const error = await failureOf(clientOf(server.url, issue).createMessage(request));
    expect(calls).toEqual([false, true]);
    expect(error).toMatchObject({ name: 'CredentialError', reason: 'expired' });
    expect(String(error)).toMatch(/expired at 20\d\d-.*Z; the clock of this machine says 20\d\d-.*Z\.$/);
    expect(server.received).toHaveLength(0);
  });

  test('is repeated with refresh: true if the function returns an expired token', async () => {
    const server = await serve(answer);
    const { calls, issue } = issuer(-60, 600);
    await clientOf(server.url, issue).createMessage(request);
    expect(calls).toEqual([false, true]);
    expect(bearers(server.received)).toEqual(['Bearer token-2']);
  });

  test('ends after a minute for all waiting calls if the function hangs, and aborts its signal', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    let given: AbortSignal | undefined;
    const client = clientOf('http://127.0.0.1:9', ({ signal }) => {
      given = signal;
      return new Promise(() => undefined);
    });
    const failures = Promise.all([
      failureOf(client.createMessage(request)),
      failureOf(client.createMessage(request)),
    ]);
    while (given === undefined) await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(60_000);
    const [first, second] = await failures;
    expect(first).toMatchObject({ name: 'CredentialError', reason: 'timeout' });
    expect(second).toMatchObject({ name: 'CredentialError', reason: 'timeout' });
    expect(first).not.toBe(second);
    expect(given?.aborted).toBe(true);
  });

  test('does not block an abort or a total timeout if the function hangs', async () => {
    const server = await serve(stall);
    const client = clientOf(server.url, () => new Promise(() => undefined));
    const controller = new AbortController();
    const aborted = failureOf(client.createMessage(request, { signal: controller.signal }));
    const late = failureOf(client.createMessage(request, { timeout: { total: 20 } }));
    controller.abort();
    expect(await aborted).toMatchObject({ name: 'AbortedError' });
    expect(await late).toMatchObject({ name: 'TimeoutError', phase: 'total' });
    expect(server.received).toHaveLength(0);
  });
});

describe('AT-10.2 the token of a credential function', () => {
  const TOKEN = 'ya29-a-token-of-a-cloud-0123456789';

  test('is not shown by the client, by an error that echoes it, or by the log', async () => {
    const server = await serve(raw(`<p>${TOKEN}</p>`, 400), raw(`no JSON but ${TOKEN}`));
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const client = ClientBuilder.create()
      .authToken(() => ({ token: TOKEN, expiresAt: secondsFromNow(600) }))
      .logger({ debug: log, info: log, warn: log, error: log })
      .baseUrl(server.url)
      .build();
    const failures = [
      await failureOf(client.createMessage(request)),
      await failureOf(client.createMessage(request)),
    ];
    expect(server.received).toHaveLength(2);
    expect(lines.length).toBeGreaterThan(4);
    const printed = inspect([client, failures, lines], { depth: 20, showHidden: true, getters: true });
    expect(printed).not.toContain(TOKEN);
  });

  test('is not shown by the cause of a CredentialError, even if the HTTP library of the function put it there', async () => {
    const cause = Object.assign(new Error(`400 for client_secret=${TOKEN}`), {
      name: 'HttpError',
      code: 'E_BAD_REQUEST',
      config: { headers: { authorization: `Basic ${TOKEN}` } },
      response: { data: { refresh_token: TOKEN } },
      cause: new Error(`assertion eyJhbGciOiJSUzI1NiIsImtpZCI6IjE.eyJzdWIiOiJjbHVzdCIsImlhdCI6MTd9.${TOKEN}`),
    });
    const error = await failureOf(
      clientOf('http://127.0.0.1:9', () => Promise.reject(cause)).createMessage(request),
    );
    const printed = inspect(error, { depth: 20, showHidden: true, getters: true });
    expect(printed).not.toMatch(new RegExp(`${TOKEN}|eyJ`));
    expect(error).toMatchObject({
      cause: {
        name: 'HttpError',
        code: 'E_BAD_REQUEST',
        message: '400 for ***: assertion ***.***.***',
      },
    });
    // The stack trace is kept.
    expect(printed).toContain('credential-functions.test.ts');
  });
});

test('a builder counts a credential function as a credential', () => {
  const builder = ClientBuilder.create().authToken(() => 'a-token');
  expect(builder.build().version).toBe('2026-10-21');
  // @ts-expect-error: two credentials
  expect(() => builder.apiKey(() => 'a-key').build()).toThrow('build() takes one credential');
  // @ts-expect-error: a number is not a key
  ClientBuilder.create().apiKey(() => 5);
});
