import { describe, expect, test } from '@jest/globals';
import {
  ApiKey,
  attemptsOf,
  ClientBuilder,
  Conversation,
  Message,
  type MessageBody,
  type MessageParam,
  MessageResponse,
  MessagesRequestBuilder,
  repair,
  tool,
  type ValidationError,
} from '../../lib/index.js';
import { type Answer, apiError, json, raw, serve, stall } from '../support/loopback.js';
import { sse } from '../support/streams.js';
import { failureOf, KEY } from '../support/transport.js';
import { calls, eventsOf, message, type Said, says } from '../tools/support.js';

const builder = MessagesRequestBuilder.create('claude-opus-5').maxTokens(64).user('Hello!');
const request = builder.build();
const overloaded = apiError(529, 'overloaded_error', 'Overloaded');
const limited = apiError(429, 'rate_limit_error', 'Slow down');
const refusal: Said = {
  ...message([], 'refusal'),
  stop_details: { type: 'refusal', category: 'cyber', explanation: 'No.' },
};

const clientFor = (url: string) =>
  ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(url).retry({ limit: 0 }).build();
const streamed = (said: Said): Answer =>
  raw(sse(...eventsOf(said)), 200, { 'content-type': 'text/event-stream', 'request-id': 'req_s' });
const modelsOf = (received: readonly { readonly body: string }[]) =>
  received.map(({ body }) => JSON.parse(body).model);

describe('createMessage with a fallback', () => {
  test.each([
    ['overloaded', overloaded],
    ['rate_limit', limited],
    ['refusal', json(refusal)],
    ['timeout', apiError(504, 'timeout_error', 'Late')],
    ['timeout', stall],
  ] as const)('calls the second model after: %s', async (reason, first) => {
    const server = await serve(first, json(says('Hi.'), 200, { 'request-id': 'req_2' }));
    const answer = await clientFor(server.url).createMessage(request, {
      fallback: ['claude-sonnet-5'],
      // Long enough for the second answer on a slow machine.
      ...(first === stall && { timeout: { headers: 1_500 } }),
    });
    expect(answer.text).toBe('Hi.');
    expect(answer.http.attempts).toMatchObject([
      { model: 'claude-opus-5', outcome: reason },
      { model: 'claude-sonnet-5', outcome: 'answered', requestId: 'req_2' },
    ]);
    const sent = server.received.map(({ body }) => JSON.parse(body));
    expect(sent).toEqual([request, { ...request, model: 'claude-sonnet-5' }]);
  });

  test('calls no second model when the first one answers, or fails for a reason that is not in `on`', async () => {
    const server = await serve(json(says('Hi.')), apiError(400, 'invalid_request_error', 'No'), overloaded);
    const client = clientFor(server.url);
    const fallback = ['claude-sonnet-5'];
    const { http } = await client.createMessage(request, { fallback });
    expect(http.attempts).toMatchObject([{ model: 'claude-opus-5', outcome: 'answered' }]);
    const refused = await failureOf(client.createMessage(request, { fallback }));
    expect(attemptsOf(refused)).toMatchObject([{ model: 'claude-opus-5', outcome: 'failed' }]);
    await failureOf(client.createMessage(request, { fallback, on: ['refusal'] }));
    expect(modelsOf(server.received)).toEqual(['claude-opus-5', 'claude-opus-5', 'claude-opus-5']);
  });

  test('calls no second model when a spend limit is reached', async () => {
    const body = {
      type: 'error',
      error: { type: 'rate_limit_error', message: 'Spent', details: { error_code: 'spend_limit_reached' } },
    };
    const server = await serve(json(body, 429));
    await failureOf(clientFor(server.url).createMessage(request, { fallback: ['claude-sonnet-5'] }));
    expect(server.received).toHaveLength(1);
  });

  test('rejects with the error of the last model, or resolves to its refusal', async () => {
    const server = await serve(overloaded, limited, overloaded, json(refusal));
    const client = clientFor(server.url);
    const error = await failureOf(client.createMessage(request, { fallback: ['claude-sonnet-5'] }));
    expect(error).toMatchObject({ name: 'ApiError', type: 'rate_limit_error' });
    expect(attemptsOf(error)).toMatchObject([
      { model: 'claude-opus-5', outcome: 'overloaded', requestId: 'req_529' },
      { model: 'claude-sonnet-5', outcome: 'rate_limit' },
    ]);
    const answer = await client.createMessage(request, { fallback: ['claude-sonnet-5'] });
    expect(answer.stop_reason).toBe('refusal');
    expect(answer.http.attempts).toMatchObject([{ outcome: 'overloaded' }, { outcome: 'refusal' }]);
  });

  test('validates the request for every fallback model before sending the first', async () => {
    const server = await serve(json(says('Hi.')));
    const client = clientFor(server.url);
    const long = MessagesRequestBuilder.create('claude-opus-5')
      .maxTokens(100_000)
      .effort('max')
      .user('Hi')
      .build();
    const error = (await failureOf(
      client.createMessage(long, {
        fallback: [
          'claude-sonnet-5',
          'claude-haiku-4-5',
          'claude-sonet-5',
          (given) => ({ ...given, messages: [] }),
        ],
      }),
    )) as ValidationError;
    expect(error.name).toBe('ValidationError');
    expect(error.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'fallback.1.max_tokens',
        'fallback.1.output_config.effort',
        'fallback.2.model',
        'fallback.3.messages',
      ]),
    );
    expect(error.problems.some(({ path }) => path.startsWith('fallback.0'))).toBe(false);
    expect(error.message).toContain('claude-haiku-4-5 generates at most 64000 tokens, not 100000');
    expect(server.received).toHaveLength(0);
    const unknown = await failureOf(
      client.createMessage(request, { fallback: [], on: [String('boredom') as 'refusal'] }),
    );
    expect(String(unknown)).toContain('no model is asked for the reason boredom');
  });

  test('takes a function that returns the request, and keeps the betas and output format of the first', async () => {
    const server = await serve(overloaded, json(says('{"city":"Paris"}')));
    const typed = MessagesRequestBuilder.create('claude-opus-5')
      .maxTokens(100_000)
      .stream(false)
      .betas('x-1')
      .outputFormat({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] })
      .user('Where?')
      .build();
    const answer = await clientFor(server.url).createMessage(typed, {
      fallback: [(given) => ({ ...given, model: 'claude-haiku-4-5', max_tokens: 8_000 })],
    });
    expect(answer.parsed).toEqual({ city: 'Paris' });
    const [, second] = server.received;
    expect(JSON.parse(second?.body ?? '')).toMatchObject({ model: 'claude-haiku-4-5', max_tokens: 8_000 });
    expect(second?.headers['anthropic-beta']).toContain('x-1');
  });

  test('leaves the fields of extraBody() unchecked for the second model too', async () => {
    const server = await serve(overloaded, json(says('Hi.')));
    const odd = builder.extraBody({ speed: 'warp' }).build();
    await clientFor(server.url).createMessage(odd, { fallback: ['claude-opus-4-8'] });
    expect(JSON.parse(server.received[1]?.body ?? '')).toMatchObject({ speed: 'warp' });
  });

  test('sends the credit token of a refusal only if the body stays the same', async () => {
    const credited = { ...refusal, stop_details: { type: 'refusal', fallback_credit_token: 'fct_x' } };
    const server = await serve(json(credited), json(says('Hi.')));
    const asked = builder.betas('fallback-credit-2026-07-01').build();
    await clientFor(server.url).createMessage(asked, { fallback: ['claude-opus-4-8'] });
    expect(JSON.parse(server.received[1]?.body ?? '')).toEqual({
      ...request,
      model: 'claude-opus-4-8',
      fallback_credit_token: { token: 'fct_x', mode: 'best_effort' },
    });
    const other = await serve(json(credited), json(says('Hi.')));
    await clientFor(other.url).createMessage(asked, {
      fallback: [(given) => ({ ...given, model: 'claude-opus-4-8', system: 'Be brief.' })],
    });
    expect(JSON.parse(other.received[1]?.body ?? '')).not.toHaveProperty('fallback_credit_token');
  });
});

describe('fallbacks()', () => {
  const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(64);
  /** An answer that one model refused to finish and another model continued. */
  const takenOver = message([
    { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
    { type: 'text', text: 'Well, ' },
    { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} },
    { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'a' } },
    { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] },
    { type: 'server_tool_use', id: 'srvtoolu_2', name: 'web_search', input: { query: 'b' } },
    { type: 'fallback', from: { model: 'claude-opus-5' }, to: { model: 'claude-opus-4-8' } },
    { type: 'thinking', thinking: 'Ah.', signature: 'c2ln' },
    { type: 'text', text: 'yes.' },
    { type: 'tool_use', id: 'toolu_2', name: 'get_weather', input: {} },
  ] as Said['content']);
  const kept = [
    'text',
    'server_tool_use',
    'web_search_tool_result',
    'fallback',
    'thinking',
    'text',
    'tool_use',
  ];
  const typesOf = (turn: { readonly content?: unknown } | undefined) =>
    [turn?.content ?? []].flat().map((block) => Object(block).type as unknown);

  test("sends the models or 'default', with its beta", async () => {
    const server = await serve(json(says('Hi.')));
    const client = clientFor(server.url);
    await client.createMessage(
      preset.fallbacks({ model: 'claude-opus-4-8', max_tokens: 9 }).user('Hi').build(),
    );
    await client.createMessage(preset.fallbacks('claude-opus-4-8').user('Hi').build());
    await client.createMessage(preset.fallbacks('default').user('Hi').build());
    const old = preset.betas('server-side-fallback-2026-06-01');
    await client.createMessage(old.fallbacks('claude-opus-4-8').user('Hi').build());
    expect(server.received.map(({ body }) => JSON.parse(body).fallbacks)).toEqual([
      [{ model: 'claude-opus-4-8', max_tokens: 9 }],
      [{ model: 'claude-opus-4-8' }],
      'default',
      [{ model: 'claude-opus-4-8' }],
    ]);
    expect(server.received.map(({ headers }) => headers['anthropic-beta'])).toEqual([
      'server-side-fallback-2026-07-01',
      'server-side-fallback-2026-07-01',
      'server-side-fallback-2026-07-01',
      'server-side-fallback-2026-06-01',
    ]);
  });

  test('leaves the thinking and unfinished tool calls of the refusing model out of the next request', () => {
    const answer = MessageResponse.from(takenOver as unknown as MessageBody);
    expect(typesOf(answer.toMessage())).toEqual(kept);
    expect(answer.content).toHaveLength(10);
    expect(answer.toolUses.map(({ id }) => id)).toEqual(['toolu_2']);
    expect(typesOf(Message.assistant(answer))).toEqual(kept);
    const conversation = Conversation.of(preset).user('Hi').add(answer);
    expect(typesOf(conversation.messages[1])).toEqual(kept);
    const result = { type: 'tool_result', tool_use_id: 'toolu_2', content: '15 degrees' } as const;
    const next = preset.tools({ name: 'get_weather', input_schema: { type: 'object' } }).user('Hi');
    expect(next.assistant(answer).toolResults([result]).build().messages).toHaveLength(3);
    const stored = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: takenOver.content },
    ] as readonly MessageParam[];
    const { messages, repairs } = repair(stored);
    expect(typesOf(messages[1])).toEqual(kept);
    expect(repairs.filter(({ why }) => why === 'another model took over after it')).toHaveLength(3);
  });

  test('runs no tool that the refusing model called', async () => {
    const ids: string[] = [];
    const weather = tool({
      name: 'get_weather',
      input: { type: 'object' },
      run: (_, { toolUse }) => {
        ids.push(`${toolUse?.id}`);
        return '15 degrees';
      },
    });
    const server = await serve(json({ ...takenOver, stop_reason: 'tool_use' }), json(says('15 degrees.')));
    const run = await clientFor(server.url).runTools(
      preset.fallbacks('default').tools(weather).user('How warm is it?').build(),
    );
    expect([run.status, ids]).toEqual(['done', ['toolu_2']]);
    expect(typesOf(JSON.parse(server.received[1]?.body ?? '').messages[1])).toEqual(kept);
  });

  test('is replaced by the credit token in the request to the next model when all of its models refuse', async () => {
    const credited = { ...refusal, stop_details: { type: 'refusal', fallback_credit_token: 'fct_x' } };
    const server = await serve(json(credited), json(says('Hi.')));
    const asked = preset.fallbacks('claude-opus-4-8').user('Hi').build();
    await clientFor(server.url).createMessage(asked, {
      fallback: ['claude-sonnet-5'],
    });
    const { fallbacks: _, ...body } = asked;
    expect(JSON.parse(server.received[1]?.body ?? '')).toEqual({
      ...body,
      model: 'claude-sonnet-5',
      fallback_credit_token: { token: 'fct_x', mode: 'best_effort' },
    });
    expect(server.received[1]?.headers['anthropic-beta']).toBe('fallback-credit-2026-07-01');
  });
});

describe('createMessageStream with a fallback', () => {
  test.each([
    ['overloaded', overloaded],
    ['refusal', streamed(refusal)],
    [
      'overloaded',
      raw(sse({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }), 200, {
        'content-type': 'text/event-stream',
      }),
    ],
  ] as const)('calls the second model if nothing has streamed yet: %s', async (reason, first) => {
    const server = await serve(first, streamed(says('Hi.')));
    const stream = clientFor(server.url).createMessageStream(request, { fallback: ['claude-sonnet-5'] });
    let text = '';
    for await (const part of stream.textStream()) text += part;
    expect(text).toBe('Hi.');
    const { http } = await stream.finalMessage();
    expect(http.attempts).toMatchObject([
      { model: 'claude-opus-5', outcome: reason },
      { model: 'claude-sonnet-5', outcome: 'answered', requestId: 'req_s' },
    ]);
    expect(modelsOf(server.received)).toEqual(['claude-opus-5', 'claude-sonnet-5']);
    if (reason === 'refusal')
      expect(http.attempts?.[0]?.refused).toMatchObject({ stop_details: { category: 'cyber' } });
  });

  test('does not change the model after the first block', async () => {
    const server = await serve(streamed(message([{ type: 'text', text: 'Well' }], 'refusal')));
    const stream = clientFor(server.url).createMessageStream(request, { fallback: ['claude-sonnet-5'] });
    const { stop_reason, text } = await stream.finalMessage();
    expect([stop_reason, text]).toEqual(['refusal', 'Well']);
    expect(server.received).toHaveLength(1);
  });
});

test.each([false, true])('runTools calls the fallback model in any turn (stream: %s)', async (stream) => {
  const weather = tool({ name: 'get_weather', input: { type: 'object' }, run: () => '15 degrees' });
  const answer = (said: Said): Answer => (stream ? streamed(said) : json(said));
  const server = await serve(answer(calls({ get_weather: {} })), overloaded, answer(says('15 degrees.')));
  const run = await clientFor(server.url).runTools(
    MessagesRequestBuilder.create('claude-opus-5')
      .maxTokens(64)
      .tools(weather)
      .user('How warm is it?')
      .build(),
    { stream, fallback: ['claude-sonnet-5'] },
  );
  expect(run).toMatchObject({ status: 'done', turns: 2 });
  expect(run.message).toBeInstanceOf(MessageResponse);
  expect(modelsOf(server.received)).toEqual(['claude-opus-5', 'claude-opus-5', 'claude-sonnet-5']);
  expect(run.message.http.attempts).toMatchObject([{ outcome: 'overloaded' }, { outcome: 'answered' }]);
});
