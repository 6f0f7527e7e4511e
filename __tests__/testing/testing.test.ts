import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  ApiKey,
  ClientBuilder,
  isConnectionError,
  isStreamError,
  isTimeoutError,
  MessagesRequestBuilder,
  tool,
} from 'clust';
import { answer, cut, events, failure, fakeFetch, mockClient, recorded, stall } from 'clust/testing';
import { untyped } from '../endpoints/support.js';
import { serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';

const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hello!').build();

describe('mockClient()', () => {
  test('returns its answers in order, and records the request bodies', async () => {
    const client = mockClient([answer('One.'), answer('Two.')]);
    expect((await client.createMessage(request)).text).toBe('One.');
    expect((await client.createMessage(request)).text).toBe('Two.');
    expect(client.requests).toEqual([request, request]);
    expect(client.requests[0]?.http).toMatchObject({ method: 'POST', path: '/v1/messages' });
  });

  test('returns an answer with `when` for every matching request', async () => {
    const greeting = {
      when: ({ max_tokens }: { max_tokens: number }) => max_tokens === 1024,
      answer: answer('Hi.'),
    };
    const client = mockClient([answer('First in the list.'), greeting]);
    expect((await client.createMessage(request)).text).toBe('Hi.');
    expect((await client.createMessage(request)).text).toBe('Hi.');
    const other = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(7).user('Hello!').build();
    expect((await client.createMessage(other)).text).toBe('First in the list.');
  });

  test('gives `when` the path of a request, and the same response more than once', async () => {
    const client = mockClient([
      { when: ({ http }) => http.path.endsWith('/count_tokens'), answer: Response.json({ input_tokens: 7 }) },
      answer('Hi.'),
    ]);
    expect((await client.countTokens(request)).input_tokens).toBe(7);
    expect((await client.countTokens(request)).input_tokens).toBe(7);
    expect((await client.createMessage(request)).text).toBe('Hi.');
  });

  test('answers with the model of the request, unless the answer names another', async () => {
    const haiku = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(64).user('Hello!').build();
    const client = mockClient([
      answer('One.'),
      answer('Two.'),
      answer('Three.', { model: 'claude-opus-5-5' }),
    ]);
    expect((await client.createMessage(haiku)).model).toBe('claude-haiku-5-5');
    expect((await client.createMessageStream(haiku).finalMessage()).model).toBe('claude-haiku-5-5');
    expect((await client.createMessage(haiku)).model).toBe('claude-opus-5-5');
  });

  test('refuses what is not a list of replies', async () => {
    const refused: readonly [unknown, string][] = [
      [undefined, 'mockClient() takes a list of answers.'],
      [answer('Hi.'), 'mockClient() takes a list of answers.'],
      [['Hi.'], 'not string. To compute'],
      [[() => answer('Hi.')], 'not function. To compute'],
      [[{ when: () => true, answer: undefined }], 'not undefined. To compute'],
    ];
    for (const [answers, message] of refused) expect(() => mockClient(untyped(answers))).toThrow(message);
    const fetch = fakeFetch(() => untyped(null));
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).retry({ limit: 0 }).fetch(fetch).build();
    expect(await failureOf(client.createMessage(request))).toMatchObject({
      name: 'ConnectionError',
      message: expect.stringContaining('not null. To compute'),
    });
  });

  test('returns the same message for a streamed call and a plain call', async () => {
    const body = answer(
      [
        { type: 'thinking', thinking: 'A greeting, so I greet.', signature: 'c2ln' },
        { type: 'text', text: 'Hello, wörld! 👋🏽 This takes several pieces.' },
        { type: 'tool_use', name: 'get_weather', input: { city: 'Paris', days: [1, 2] } },
      ],
      { stop_reason: 'tool_use', usage: { input_tokens: 3, output_tokens: 21 } },
    );
    const client = mockClient([body, body]);
    const streamed = await client.createMessageStream(request).finalMessage();
    expect(streamed).toEqual(await client.createMessage(request));
    expect(JSON.parse(JSON.stringify(streamed))).toEqual(body);
  });

  test('throws an error with the partial message when a stream is cut with cut()', async () => {
    const client = mockClient([cut(events('The capital of France is Paris.'), 4)]);
    const error = await failureOf(client.createMessageStream(request).finalText());
    expect(isConnectionError(error) || isStreamError(error)).toBe(true);
    expect(error).toMatchObject({ partial: { text: 'The capital of France is' } });
  });

  test('throws a StreamError with the reason `cut` when the last event is missing', async () => {
    const client = mockClient([events('Hello!').slice(0, -1)]);
    expect(await failureOf(client.createMessageStream(request).finalText())).toMatchObject({
      name: 'StreamError',
      reason: 'cut',
    });
  });

  test('retries like a real client, but without waiting', async () => {
    const client = mockClient([failure(529, 'overloaded_error', { retryAfter: 30 }), answer('At last.')]);
    expect((await client.createMessage(request)).text).toBe('At last.');
    expect(client.requests).toHaveLength(2);
  });

  test('rejects a request for which no answer is left, and names it', async () => {
    const error = await failureOf(mockClient([]).createMessage(request));
    expect(error).toMatchObject({ name: 'ApiError', type: 'mock_client_exhausted' });
    expect(error).toMatchObject({ message: expect.stringContaining('request 1, POST /v1/messages') });
  });

  test('runs tools', async () => {
    const weather = tool({
      name: 'get_weather',
      description: 'The weather in a city, now.',
      input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: ({ city }) => `15 degrees in ${city}`,
    });
    const client = mockClient([
      answer({ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } }),
      answer('It is mild.'),
    ]);
    const withTool = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(1024)
      .tools(weather)
      .user('How warm is it in Paris?')
      .build();
    const { status, message } = await client.runTools(withTool);
    expect([status, message.text]).toEqual(['done', 'It is mild.']);
    expect(client.requests[1]?.messages.at(-1)).toMatchObject({
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: 'toolu_test_0', content: '15 degrees in Paris' }],
    });
  });

  test('rejects with a ConnectionError for a network error', async () => {
    const client = mockClient([new TypeError('fetch failed')], { retry: { limit: 0 } });
    expect(await failureOf(client.createMessage(request))).toMatchObject({ name: 'ConnectionError' });
  });
});

describe('stall()', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('causes an idle timeout', async () => {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([[start, stall(60_000), ...rest]], { timeout: { idle: 20 } });
    const error = await failureOf(client.createMessageStream(request).finalText());
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ phase: 'idle' });
  });

  test('delays an answer without losing any of it', async () => {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([
      [start, stall(5), ...rest],
      [start, stall(5), ...rest],
    ]);
    expect(await client.createMessageStream(request).finalText()).toBe('Hello!');
    expect((await client.createMessage(request)).text).toBe('Hello!');
  });
});

describe('fakeFetch()', () => {
  test('passes the path, headers and index of each request to the function', async () => {
    const fetch = fakeFetch(({ path, headers, index }) => answer(`${index} ${path} ${headers['x-team']}`));
    const client = ClientBuilder.create()
      .apiKey(ApiKey.of('test'))
      .headers({ 'x-team': 'search' })
      .fetch(fetch)
      .build();
    expect((await client.createMessage(request)).text).toBe('0 /v1/messages search');
    expect((await client.createMessage(request)).text).toBe('1 /v1/messages search');
  });

  test('rejects an aborted call even if the function never answers', async () => {
    const client = ClientBuilder.create()
      .apiKey(ApiKey.of('test'))
      .fetch(fakeFetch(() => new Promise(() => undefined)))
      .build();
    const signal = AbortSignal.timeout(10);
    expect(await failureOf(client.createMessage(request, { signal }))).toMatchObject({
      name: 'AbortedError',
    });
  });
});

describe('recorded()', () => {
  const KEY = 'sk-ant-api03-secret-of-the-recording';
  const withKey = (url: string, fetch: ReturnType<typeof recorded>) =>
    ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(url).retry({ limit: 0 }).fetch(fetch).build();

  test('records a call without its key, and replays it without a server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clust-recorded-'));
    try {
      const file = join(folder, 'calls', 'hello.json');
      const server = await serve((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'session=1' });
        response.end(JSON.stringify(answer(`Your key is ${KEY}.`)));
      });
      const live = withKey(server.url, recorded(file, { mode: 'record' }));
      expect((await live.createMessage(request)).text).toBe(`Your key is ${KEY}.`);

      const written = await readFile(file, 'utf8');
      expect(written).not.toContain(KEY);
      expect(written).not.toContain('session=1');

      const replayed = withKey(server.url, recorded(file));
      expect((await replayed.createMessage(request)).text).toBe('Your key is ***.');
      expect(server.received).toHaveLength(1);

      const other = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Bye!').build();
      const again = withKey(server.url, recorded(file, { mode: 'replay' }));
      expect(await failureOf(again.createMessage(other))).toMatchObject({
        cause: { message: expect.stringContaining('differs at body.messages[0].content') },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('rejects a missing recording in CI', async () => {
    const before = process.env.CI;
    process.env.CI = 'true';
    try {
      const client = withKey('http://127.0.0.1:9', recorded(join(tmpdir(), 'no-such-recording.json')));
      expect(await failureOf(client.createMessage(request))).toMatchObject({
        cause: { message: expect.stringContaining('run the test once where a key is set') },
      });
    } finally {
      if (before === undefined) delete process.env.CI;
      else process.env.CI = before;
    }
  });
});
