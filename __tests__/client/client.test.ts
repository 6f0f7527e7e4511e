import { describe, expect, test } from '@jest/globals';
import { Client } from '../../lib/client/client.js';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { Version } from '../../lib/values/version.js';
import type { MessagesRequestBody } from '../../lib/wire/messages-request-body.js';
import { apiError, deadUrl, json, raw, serve, stall } from '../support/loopback.js';
import { answer, collect, sse, textBlock } from '../support/streams.js';
import { failureOf, KEY } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hello!').build();

const body = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-4-5',
  content: [{ type: 'text', text: 'Hi there.' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 4 },
};

const eventStream = (...events: readonly object[]) =>
  raw(sse(...events), 200, { 'content-type': 'text/event-stream' });

const builderFor = (url: string) => ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(url);
const clientFor = (url: string) => builderFor(url).build();

/** A request with fields that the compiler would reject. */
const untyped = (fields: object) => unchecked({ ...request, ...fields });

describe('createMessage', () => {
  test('posts the request unchanged and returns the response unchanged', async () => {
    const server = await serve(json(body, 200, { 'request-id': 'req_011' }));
    const message = await clientFor(server.url).createMessage(request);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/messages',
      body: JSON.stringify(request),
    });
    expect(JSON.stringify(message)).toBe(JSON.stringify(body));
    expect(message.text).toBe('Hi there.');
    expect(message.http).toMatchObject({ status: 200, requestId: 'req_011' });
  });

  test('accepts a plain body and a frozen options object', async () => {
    const server = await serve(json(body));
    const options = Object.freeze({
      headers: Object.freeze({ 'x-trace': '1' }),
      timeout: Object.freeze({ total: 5000 }),
    });
    const message = await clientFor(server.url).createMessage(
      unchecked({
        model: 'claude-haiku-4-5',
        max_tokens: 64,
        messages: [{ role: 'user', content: 'Hello!' }],
      }),
      options,
    );
    expect(message.text).toBe('Hi there.');
    expect(server.received[0]?.headers['x-trace']).toBe('1');
  });

  test('sends the betas of the client, of the request and of the call', async () => {
    const server = await serve(json(body));
    const withBeta = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(9)
      .user('Hi')
      .betas('b-2')
      .build();
    const client = builderFor(server.url).betas('a-1').build();
    await client.createMessage(withBeta, { betas: ['c-3'] });
    await client
      .createMessageStream(withBeta)
      .finalMessage()
      .catch(() => undefined);
    for (const { headers } of server.received) expect(headers['anthropic-beta']).toMatch(/^a-1,b-2/);
    expect(server.received[0]?.headers['anthropic-beta']).toBe('a-1,b-2,c-3');
    expect(server.received.map(({ body: sent }) => JSON.parse(sent).betas)).toEqual([undefined, undefined]);
  });

  test('rejects a value that is not a request, and suggests build()', async () => {
    // A builder without build(), which only JavaScript allows.
    const unbuilt = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(
      64,
    ) as unknown as MessagesRequestBody;
    for (const wrong of [unbuilt, undefined, null, 'text', 7] as MessagesRequestBody[]) {
      const error = await failureOf(clientFor('http://127.0.0.1:1').createMessage(unchecked(wrong)));
      expect(String(error)).toContain('a request is an object with a model: end its builder with build()');
    }
  });

  test('rejects at run time what the compiler rejects', async () => {
    const client = clientFor('http://127.0.0.1:1');
    const streamed = await failureOf(client.createMessage(untyped({ stream: true })));
    expect(String(streamed)).toContain('a request with stream: true goes to createMessageStream()');
    const sampled = await failureOf(client.createMessage(untyped({ temperature: 0.5, top_k: 3 })));
    expect(sampled).toMatchObject({
      name: 'ValidationError',
      problems: [
        { path: 'temperature', rule: 'sampling-by-version' },
        { path: 'top_k', rule: 'sampling-by-version' },
      ],
    });
    const whole = await failureOf(client.createMessageStream(untyped({ stream: false })).finalMessage());
    expect(String(whole)).toContain('a request with stream: false goes to createMessage()');
  });

  test('sends sampling parameters under a version that accepts them', async () => {
    const server = await serve(json(body));
    const client = builderFor(server.url).version(Version.V2023_06_01).build();
    const sampled = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(9)
      .user('Hi')
      .temperature(0.5)
      .build();
    await client.createMessage(sampled);
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ temperature: 0.5 });
    expect(server.received[0]?.headers['anthropic-version']).toBe('2023-06-01');
  });

  test('parses the response in the output format of the request', async () => {
    const server = await serve(json({ ...body, content: [{ type: 'text', text: '{"city":"Paris"}' }] }));
    const message = await clientFor(server.url).createMessage({
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      output_config: {
        format: {
          type: 'json_schema',
          schema: {
            type: 'object',
            properties: { city: { type: 'string' } },
            required: ['city'],
            additionalProperties: false,
          },
        },
      },
      messages: [{ role: 'user', content: 'Where is the Eiffel Tower?' }],
    });
    const { city }: { readonly city: string } = message.parsed;
    expect(city).toBe('Paris');
  });
});

describe('failures', () => {
  const once = { retry: { limit: 0 } };

  test('an unreachable server causes a ConnectionError that suggests what to check', async () => {
    const url = await deadUrl();
    const error = await failureOf(clientFor(url).createMessage(request, once));
    expect(String(error)).toBe(
      `ConnectionError: POST ${url}/v1/messages failed: nothing listens there: check the base URL, and your proxy.`,
    );
  });

  test.each([
    [401, 'authentication_error', 'invalid x-api-key', 'Check the key'],
    [404, 'not_found_error', 'model: claude-nope', 'Check the model id'],
    [
      429,
      'rate_limit_error',
      'Too many requests',
      'asks to wait 3600 s, longer than retry.maxRetryAfter allows',
    ],
    [529, 'overloaded_error', 'Overloaded', 'Try again later'],
  ])('status %i causes an ApiError that suggests what to do', async (status, type, message, advice) => {
    const headers = status === 429 ? { 'retry-after': '3600' } : {};
    const server = await serve(apiError(status, type, message, headers));
    const error = await failureOf(clientFor(server.url).createMessage(request, once));
    expect(error).toMatchObject({ name: 'ApiError', status, type, requestId: `req_${status}` });
    expect(String(error)).toContain(message);
    expect(String(error)).toContain(advice);
  });

  test('a status of 200 with HTML, half a message, another object or an error is an error', async () => {
    const server = await serve(
      raw('<html>', 200, { 'content-type': 'text/html' }),
      raw(JSON.stringify(body).slice(0, 80)),
      json({ hello: 'world' }),
      json({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
    );
    const outcomes = [];
    for (let call = 0; call < 4; call += 1) {
      outcomes.push(await failureOf(clientFor(server.url).createMessage(request, once)));
    }
    expect(outcomes).toMatchObject([
      { name: 'ApiError', type: 'unexpected_response' },
      { name: 'ConnectionError', phase: 'body' },
      { name: 'ApiError', type: 'unexpected_response', body: '{"hello":"world"}' },
      { name: 'ApiError', type: 'overloaded_error', status: 529, synthetic: true, retryable: true },
    ]);
  });

  test('AT-5.4 every async method rejects instead of throwing', async () => {
    const client = clientFor('http://127.0.0.1:1');
    const bad = { headers: { 'x-a': '\n' } };
    for (const call of [
      () => client.createMessage(request, bad),
      () => client.createMessage(request, { timeout: { total: -1 } }),
      () => client.createMessage(request, { retry: { limit: -1 } }),
      () => client.createMessageStream(request, bad).finalMessage(),
      () => client.raw('GET', 'no-slash'),
    ]) {
      expect(await failureOf(call())).toMatchObject({ name: 'ValidationError' });
    }
  });
});

describe('createMessageStream', () => {
  const events = answer(textBlock(0, 'Hi ', 'there.'));

  test('sends no request before it is read, and then one with stream: true', async () => {
    const server = await serve(eventStream(...events));
    const stream = clientFor(server.url).createMessageStream(request);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.received).toHaveLength(0);
    expect((await collect(stream.textStream())).join('')).toBe('Hi there.');
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ ...request, stream: true });
    expect(server.received[0]?.headers.accept).toBe('text/event-stream');
    expect((await stream.finalMessage()).http.status).toBe(200);
  });

  test('AT-3.1 retries after an error event that arrives first', async () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const server = await serve(eventStream(error), eventStream(...events));
    await expect(clientFor(server.url).createMessageStream(request).finalText()).resolves.toBe('Hi there.');
    expect(server.received).toHaveLength(2);
  });

  test('AT-3.2 does not retry after an error event mid-stream, whose error has the partial message', async () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const server = await serve(eventStream(...events.slice(0, 3), error));
    const failure = await failureOf(clientFor(server.url).createMessageStream(request).finalMessage());
    expect(failure).toMatchObject({
      name: 'ApiError',
      status: 529,
      retryable: true,
      attempts: 1,
      partial: { text: 'Hi ' },
    });
    expect(server.received).toHaveLength(1);
  });

  test('is aborted by the signal of the call', async () => {
    const server = await serve(stall);
    const signal = AbortSignal.timeout(30);
    const failure = await failureOf(
      clientFor(server.url).createMessageStream(request, { signal }).finalMessage(),
    );
    expect(failure).toMatchObject({ name: 'AbortedError', cause: { name: 'TimeoutError' } });
  });
});

describe('AT-12.1 a request for more than 21,333 tokens', () => {
  const longRequest = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(21_334)
    .user('Write.')
    .build();
  const events = answer(textBlock(0, 'A long ', 'story.'));

  test('is streamed internally, with the same result', async () => {
    const server = await serve(eventStream(...events));
    const message = await clientFor(server.url).createMessage(longRequest);
    expect(message.text).toBe('A long story.');
    expect(message.http.status).toBe(200);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ ...longRequest, stream: true });
  });

  test.each([
    ['max_tokens lowered to 21,333', { max_tokens: 21_333 }, {}],
    ['a total timeout of the call', {}, { timeout: { total: 60_000 } }],
    ['stream: false', { stream: false }, {}],
  ])('is not streamed with %s', async (_, fields, options) => {
    const server = await serve(json(body));
    const message = await clientFor(server.url).createMessage(
      unchecked({ ...longRequest, ...fields }),
      options,
    );
    expect(message.text).toBe('Hi there.');
    expect(JSON.parse(server.received[0]?.body ?? '').stream).not.toBe(true);
  });

  test('is not streamed with a total timeout of the client', async () => {
    const server = await serve(json(body));
    await builderFor(server.url).timeout({ total: 60_000 }).build().createMessage(longRequest);
    expect(JSON.parse(server.received[0]?.body ?? '')).not.toHaveProperty('stream');
  });
});

describe('a derived client', () => {
  test('overrides what is given and inherits the rest', async () => {
    const server = await serve(json(body));
    const client = builderFor(server.url).betas('a-1').headers({ 'x-a': '1', 'x-b': '1' }).build();
    const derived = client.with({ version: Version.V2023_06_01, betas: ['b-2'], headers: { 'x-b': '2' } });
    await client.createMessage(request);
    await derived.createMessage(request);
    const seen = server.received.map(({ headers }) => [
      headers['anthropic-version'],
      headers['anthropic-beta'],
      headers['x-a'],
      headers['x-b'],
      headers['x-api-key'],
    ]);
    expect(seen).toEqual([
      ['2026-10-21', 'a-1', '1', '1', KEY],
      ['2023-06-01', 'a-1,b-2', '1', '2', KEY],
    ]);
    expect([client.version, derived.version]).toEqual(['2026-10-21', '2023-06-01']);
  });

  test('can override timeouts, retries, hooks and middleware', async () => {
    const server = await serve(apiError(500, 'api_error', 'Broken'), stall);
    const events: string[] = [];
    const client = clientFor(server.url).with({
      timeout: { headers: 500 },
      retry: { limit: 0 },
      hooks: { onRequest: () => void events.push('request') },
      middleware: [(outgoing, next) => next(outgoing)],
    });
    expect(await failureOf(client.createMessage(request))).toMatchObject({ status: 500, attempts: 1 });
    expect(await failureOf(client.createMessage(request))).toMatchObject({ name: 'TimeoutError', ms: 500 });
    expect(events).toEqual(['request', 'request']);
  });
});

describe('raw', () => {
  test('calls any endpoint with the key, retries and http info of other calls', async () => {
    const server = await serve(
      apiError(529, 'overloaded_error', 'Overloaded'),
      json({ data: [1] }, 200, { 'request-id': 'r' }),
    );
    const page = await clientFor(server.url).raw<{ data: number[] }>('GET', '/v1/skills', {
      query: { limit: 2 },
    });
    expect(page.data).toEqual([1]);
    expect(page.http.requestId).toBe('r');
    expect(JSON.stringify(page)).toBe('{"data":[1]}');
    expect(server.received).toMatchObject([
      { method: 'GET', url: '/v1/skills?limit=2', body: '', headers: { 'x-api-key': KEY } },
      { method: 'GET', url: '/v1/skills?limit=2' },
    ]);
    expect(server.received[0]?.headers).not.toHaveProperty('content-type');
  });

  test('posts JSON', async () => {
    const server = await serve(json({}));
    await clientFor(server.url).raw('POST', '/v1/things', { json: { a: 1 } });
    expect(server.received[0]).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
  });
});

test('Client.fromApiKey() creates a client with the defaults', () => {
  const client = Client.fromApiKey(ApiKey.of(KEY));
  expect(client).toMatchObject({ version: '2026-10-21', baseUrl: 'https://api.anthropic.com/' });
});
