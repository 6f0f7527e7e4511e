import { describe, expect, test } from '@jest/globals';
import {
  type Client,
  defineModel,
  isValidationError,
  MessagesRequest,
  MessagesRequestBuilder,
  tool,
} from '../../lib/index.js';
import { json, raw, serve } from '../support/loopback.js';
import { answer, sse, textBlock } from '../support/streams.js';
import { failureOf } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';
import { calls, clientFor, says, sentTo } from '../tools/support.js';

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hi').build();
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});
const hello = says('Hello!');

const ways: Readonly<Record<string, (client: Client, body: unknown) => Promise<unknown>>> = {
  'createMessage()': (client, body) => client.createMessage(unchecked(body)),
  'createMessageStream()': (client, body) => client.createMessageStream(unchecked(body)).finalMessage(),
  'runTools()': (client, body) => client.runTools(unchecked(body)),
  'toolTurns()': (client, body) => client.toolTurns(unchecked(body)).outcome(),
};

describe.each(Object.entries(ways))('%s', (_name, send) => {
  test.each([
    ['a changed copy of a request', { ...request, max_tokens: 5_000_000 }, 'max_tokens', 'max-tokens'],
    [
      'JSON of unknown origin',
      JSON.parse('{"model":"claude-haiku-4-5","max_tokens":9,"messages":[{"role":"usr","content":"Hi"}]}'),
      'messages.0.role',
      'shape',
    ],
    ['a body with an unknown field', { ...request, temprature: 1 }, 'temprature', 'shape'],
    ['a body with an unknown model', { ...request, model: 'claude-haiku-9' }, 'model', 'model'],
  ])('rejects %s without sending anything', async (_about, body, path, rule) => {
    const server = await serve(json(hello));
    const error = await failureOf(send(clientFor(server), body));
    expect(isValidationError(error) ? error.problems : error).toContainEqual(
      expect.objectContaining({ path, rule }),
    );
    expect(server.received).toEqual([]);
  });
});

test('a valid body is sent unchanged and is not modified', async () => {
  const server = await serve(json(hello), json(hello));
  const body = { ...request, max_tokens: 17, tools: [weather.definition] };
  const before = structuredClone(body);
  await clientFor(server).createMessage(body);
  await clientFor(server).createMessage(JSON.parse(JSON.stringify(body)));
  expect(sentTo(server)).toEqual([before, before]);
  expect(body).toEqual(before);
});

test('tools and defined models in a body are sent as plain tool definitions and model ids', async () => {
  const server = await serve(
    json(hello),
    raw(sse(...answer(textBlock(0, 'Hi'))), 200, { 'content-type': 'text/event-stream' }),
  );
  const mine = defineModel({ id: 'team/fast', maxOutputTokens: 8192 });
  const body = { model: mine, max_tokens: 8192, tools: [weather], messages: request.messages } as const;
  await clientFor(server).createMessage(body);
  await clientFor(server).createMessageStream(body).finalMessage();
  const sent = {
    model: 'team/fast',
    max_tokens: 8192,
    tools: [weather.definition],
    messages: request.messages,
  };
  expect(sentTo(server)).toEqual([sent, { ...sent, stream: true }]);
});

test('the betas of a call apply to the check of its body', async () => {
  const server = await serve(json(hello));
  const body = {
    model: 'claude-sonnet-4-5',
    max_tokens: 2048,
    thinking: { type: 'enabled', budget_tokens: 4096 },
    tools: [weather.definition],
    messages: request.messages,
  };
  const betas = ['interleaved-thinking-2025-05-14'];
  await failureOf(clientFor(server).createMessage(unchecked(body)));
  expect(server.received).toEqual([]);
  await clientFor(server).createMessage(unchecked(body), { betas });
  expect(server.received[0]?.headers['anthropic-beta']).toBe(betas[0]);
});

test('a request that MessagesRequest.parse() returned is not checked again', async () => {
  const server = await serve(json(hello));
  const unknown = MessagesRequest.parse({ ...request, model: 'claude-haiku-9' }, { unknownModels: 'keep' });
  await clientFor(server).createMessage(unknown);
  expect(sentTo(server)).toEqual([{ ...request, model: 'claude-haiku-9' }]);
});

test('countTokens() accepts a body with tools and a defined model', async () => {
  const server = await serve(json({ input_tokens: 10 }));
  const mine = defineModel({ id: 'team/fast', maxOutputTokens: 8192, contextWindow: 60 });
  const { fits } = await clientFor(server).countTokens({
    model: mine,
    max_tokens: 64,
    tools: [weather],
    messages: [{ role: 'user', content: 'Hi' }],
  });
  expect(fits).toBe(false);
  expect(sentTo(server)).toEqual([
    { model: 'team/fast', tools: [weather.definition], messages: [{ role: 'user', content: 'Hi' }] },
  ]);
});

test('runTools() accepts a plain body and appends the turns of the run to it', async () => {
  const server = await serve(json(calls({ get_weather: { city: 'Paris' } })), json(hello));
  const { status, request: after } = await clientFor(server).runTools({
    model: 'claude-haiku-4-5',
    max_tokens: 64,
    tools: [weather],
    messages: [{ role: 'user', content: 'Hi' }],
  });
  expect(status).toBe('done');
  expect(sentTo(server).at(-1).messages.at(-1)).toMatchObject({
    content: [{ type: 'tool_result', tool_use_id: 'toolu_0', content: 'Sunny in Paris' }],
  });
  expect(after).toMatchObject({ tools: [weather.definition] });
});
