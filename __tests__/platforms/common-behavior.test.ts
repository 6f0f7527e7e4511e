import { inspect } from 'node:util';
import { describe, expect, jest, test } from '@jest/globals';
import ky from 'ky';
import { Agent } from 'undici';
import type { PlatformBuilder } from '../../lib/client/platform-builder.js';
import { tool } from '../../lib/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { Version } from '../../lib/values/version.js';
import { type Answer, apiError, json, raw, serve, stall, stallAfter } from '../support/loopback.js';
import { sse } from '../support/streams.js';
import { failureOf } from '../support/transport.js';
import { platformCases } from './services.js';
import { ANSWER, EVENTS, framed } from './support.js';

const request = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();
const busy = apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' });

const call = { type: 'tool_use', id: 'toolu_1', name: 'echo', input: {} };
const echo = tool({ name: 'echo', description: 'Echoes.', input: { type: 'object' }, run: () => 'ok' });
const asking = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).tools(echo).user('Go').build();

/** The events of an answer that calls the tool. */
const [start, , , , , , stop] = EVENTS;
const CALLING = [
  start,
  { type: 'content_block_start', index: 0, content_block: call },
  { type: 'content_block_stop', index: 0 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'tool_use', stop_sequence: null },
    usage: { output_tokens: 9 },
  },
  stop,
];

/** Answers with events, framed as an AWS event stream if the path asks for one. */
const streamed =
  (events: readonly unknown[]): Answer =>
  (response, received) => {
    const isFramed = received.url.endsWith('/invoke-with-response-stream');
    const type = isFramed ? 'application/vnd.amazon.eventstream' : 'text/event-stream';
    response.writeHead(200, { 'content-type': type });
    response.end(isFramed ? Buffer.concat(framed(events)) : sse(...events.map(Object)));
  };

describe.each(platformCases)('$name', ({ client: clientOf, secrets }) => {
  const at = (url: string, steps: (builder: PlatformBuilder) => PlatformBuilder = (builder) => builder) =>
    // The shared steps return a builder of the same class.
    clientOf(<Builder extends PlatformBuilder>(builder: Builder) => steps(builder.baseUrl(url)) as Builder);

  test('retries as configured, and counts the attempts in the error', async () => {
    const server = await serve(busy, busy, json(ANSWER));
    expect((await at(server.url).createMessage(request)).text).toBe('Hello!');
    expect(server.received).toHaveLength(3);
    const broken = await serve(busy);
    const error = await failureOf(
      at(broken.url, (builder) => builder.retry({ limit: 1 })).createMessage(request),
    );
    expect(error).toMatchObject({ name: 'ApiError', status: 529, type: 'overloaded_error', attempts: 2 });
  });

  test.each([
    ['total', stall],
    ['headers', stall],
    ['idle', stallAfter('{')],
  ] as const)('times out as the builder says: %s', async (phase, answer) => {
    const server = await serve(answer);
    const client = at(server.url, (builder) => builder.timeout({ [phase]: 40 }).retry({ limit: 0 }));
    expect(await failureOf(client.createMessage(request))).toMatchObject({ name: 'TimeoutError', phase });
  });

  test('aborts a call when its signal aborts', async () => {
    const server = await serve(stall);
    const controller = new AbortController();
    const calling = failureOf(at(server.url).createMessage(request, { signal: controller.signal }));
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort('enough');
    expect(await calling).toMatchObject({ name: 'AbortedError', cause: 'enough' });
  });

  test('calls hooks, middleware and logger, and logs no credential', async () => {
    const server = await serve(busy, json(ANSWER));
    const seen: string[] = [];
    const record = (line: string) => void seen.push(line);
    const log = jest.fn<(line: string) => void>();
    const client = at(server.url, (builder) =>
      builder
        .hooks({
          onRequest: ({ attempt }) => record(`request ${attempt}`),
          onResponse: ({ http }) => record(`response ${http.status}`),
          onRetry: ({ attempt }) => record(`retry ${attempt}`),
        })
        .use(async (sent, next) => {
          record('middleware');
          return next(sent);
        })
        .logger({ debug: log, info: log, warn: log, error: log }),
    );
    await client.createMessage(request);
    expect(seen.filter((line) => line !== 'middleware')).toEqual([
      'request 1',
      'response 529',
      'retry 1',
      'request 2',
      'response 200',
    ]);
    expect(seen.filter((line) => line === 'middleware')).toHaveLength(2);
    const lines = log.mock.calls.flat().join('\n');
    expect(lines).toContain('529');
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });

  test('sends the headers and betas of the builder, and the betas and version of with()', async () => {
    const server = await serve(json(ANSWER));
    const client = at(server.url, (builder) => builder.betas('a-1').headers({ 'x-team': 'blue' }));
    await client.with({ betas: ['b-2'], version: Version.V2023_06_01 }).createMessage(request);
    const [received] = server.received;
    const body = JSON.parse(received?.body ?? '');
    expect(received?.headers).toMatchObject({ 'x-team': 'blue' });
    expect(String(body.anthropic_beta ?? received?.headers['anthropic-beta'])).toBe('a-1,b-2');
    const version = body.anthropic_version ?? received?.headers['anthropic-version'];
    expect(version).toMatch(/2023-(05-31|06-01|10-16)$/);
  });

  test('sends the version that the builder sets', async () => {
    const server = await serve(json(ANSWER));
    type Versioned = PlatformBuilder & { version(version: Version): PlatformBuilder };
    await at(server.url, (builder) => (builder as Versioned).version(Version.V2023_06_01)).createMessage(
      request,
    );
    const [received] = server.received;
    const version =
      JSON.parse(received?.body ?? '').anthropic_version ?? received?.headers['anthropic-version'];
    expect(version).toMatch(/2023-(05-31|06-01|10-16)$/);
  });

  test('calls through a custom fetch, the fetch of undici with a dispatcher, or a ky instance', async () => {
    const server = await serve(json(ANSWER));
    const inits: object[] = [];
    const dispatcher = new Agent();
    const dispatch = jest.spyOn(dispatcher, 'dispatch');
    const through = at(server.url, (builder) =>
      builder.fetch(
        (url, init) => {
          inits.push(init);
          return fetch(url, init as RequestInit);
        },
        { mark: 'custom' },
      ),
    );
    await through.createMessage(request);
    expect(inits).toMatchObject([{ mark: 'custom' }]);

    const { fetch: undici } = await import('undici');
    await at(server.url, (builder) => builder.fetch(undici, { dispatcher })).createMessage(request);
    expect(dispatch).toHaveBeenCalled();
    await dispatcher.close();

    const before = jest.fn<() => void>();
    const instance = ky.create({ hooks: { beforeRequest: [before] } });
    await at(server.url, (builder) => builder.http(instance)).createMessage(request);
    expect(before).toHaveBeenCalled();
  });

  test('runs tools', async () => {
    const server = await serve(json({ ...ANSWER, content: [call], stop_reason: 'tool_use' }), json(ANSWER));
    expect(await at(server.url).runTools(asking)).toMatchObject({ status: 'done', turns: 2 });
    expect(JSON.parse(server.received[1]?.body ?? '').messages.at(-1)).toMatchObject({
      content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }],
    });
  });

  test('runs tools with streamed answers', async () => {
    const server = await serve(streamed(CALLING), streamed(EVENTS));
    const run = await at(server.url).runTools(asking, { stream: true });
    expect(run).toMatchObject({ status: 'done', turns: 2, message: { text: 'Grüße, 世界 🌍' } });
    expect(JSON.parse(server.received[1]?.body ?? '').messages.at(-1)).toMatchObject({
      content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }],
    });
  });

  test('parses an answer in the output format of the request', async () => {
    const schema = {
      type: 'object',
      properties: { n: { type: 'number' } },
      required: ['n'],
      additionalProperties: false,
    } as const;
    const asks = MessagesRequestBuilder.create('claude-opus-5-5')
      .maxTokens(9)
      .outputFormat(schema)
      .user('A number?')
      .build();
    const server = await serve(json({ ...ANSWER, content: [{ type: 'text', text: '{"n":7}' }] }));
    expect((await at(server.url).createMessage(asks)).parsed).toEqual({ n: 7 });
  });

  test('prints no credential, neither of the client nor in an error whose body repeats it', async () => {
    const echo = secrets.join(' ');
    const server = await serve(raw(`<p>${echo}</p>`, 400), json({ message: echo }, 500));
    const client = at(server.url, (builder) => builder.retry({ limit: 0 }));
    const errors = [
      await failureOf(client.createMessage(request)),
      await failureOf(client.createMessage(request)),
    ];
    const shown = [
      inspect([client, errors], { depth: 20, showHidden: true, getters: true }),
      JSON.stringify([client, errors]),
      ...errors.map(String),
    ].join('\n');
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });
});
