import { describe, expect, test } from '@jest/globals';
import { defineModel } from '../../lib/models/define-model.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { Version } from '../../lib/values/version.js';
import type { MessagesRequestBody } from '../../lib/wire/messages-request-body.js';
import { apiError, json, serve, stall } from '../support/loopback.js';
import { failureOf, KEY } from '../support/transport.js';
import { clientFor, untyped } from './support.js';

const everything = MessagesRequestBuilder.create('claude-haiku-4-5')
  .maxTokens(1000)
  .system('Be brief.')
  .user('Hello!')
  .temperature(0.5)
  .topK(3)
  .stopSequences('END')
  .metadata({ user_id: 'u-1' })
  .serviceTier('auto')
  .stream(true)
  .tools({ name: 'look', input_schema: { type: 'object' } })
  .contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }] })
  .betas('b-1')
  .build();

const small = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1000).user('Hello!').build();

test('AT-23.2 countTokens sends a request without the fields that only affect the answer', async () => {
  const server = await serve(json({ input_tokens: 2095 }, 200, { 'request-id': 'req_7' }));
  const count = await clientFor(server.url).countTokens(everything, {
    betas: ['c-2'],
    headers: { 'x-a': '1' },
  });
  const { max_tokens, temperature, top_k, stop_sequences, metadata, service_tier, stream, ...prompt } =
    everything;
  expect(server.received).toMatchObject([
    {
      method: 'POST',
      url: '/v1/messages/count_tokens',
      body: JSON.stringify(prompt),
      headers: {
        'x-api-key': KEY,
        'x-a': '1',
        'anthropic-version': '2026-10-21',
        'anthropic-beta': 'context-management-2025-06-27,b-1,c-2',
      },
    },
  ]);
  expect(JSON.stringify(count)).toBe('{"input_tokens":2095}');
  expect([count.input_tokens, count.fits, count.http.requestId]).toEqual([2095, true, 'req_7']);
});

/** Whether the endpoint takes each field of a request. */
const isCounted = {
  ...{ model: true, system: true, messages: true, tools: true, tool_choice: true, mcp_servers: true },
  ...{
    thinking: true,
    output_config: true,
    output_format: true,
    cache_control: true,
    context_management: true,
  },
  ...{ compaction: true, billing_policy: true, speed: true },
  ...{
    max_tokens: false,
    stream: false,
    temperature: false,
    top_p: false,
    top_k: false,
    stop_sequences: false,
  },
  ...{ metadata: false, service_tier: false, container: false, inference_geo: false, diagnostics: false },
  ...{ fallbacks: false, fallback_credit_token: false, thread: false },
} as const satisfies Record<keyof MessagesRequestBody, boolean>;

test('countTokens sends exactly the fields that the endpoint takes', async () => {
  const server = await serve(json({ input_tokens: 1 }));
  const body = { ...Object.fromEntries(Object.keys(isCounted).map((name) => [name, null])), ...small };
  await clientFor(server.url).countTokens(untyped(body));
  const sent = Object.keys(JSON.parse(server.received[0]?.body ?? ''));
  expect(sent.toSorted()).toEqual(
    Object.entries(isCounted)
      .flatMap(([name, isSent]) => (isSent ? [name] : []))
      .toSorted(),
  );
});

test('countTokens takes a parsed request or a body, and sends unknown fields', async () => {
  const server = await serve(json({ input_tokens: 9, context_management: { original_input_tokens: 12 } }));
  const client = clientFor(server.url);
  const parsed = MessagesRequest.parse(JSON.stringify(small));
  expect((await client.countTokens(parsed)).context_management?.original_input_tokens).toBe(12);
  const omitted = {
    thread: { type: 'create' },
    container: 'container_1',
    inference_geo: 'us',
    diagnostics: { previous_message_id: 'msg_1' },
    fallbacks: [{ model: 'claude-haiku-5-5' }],
    fallback_credit_token: 'credit',
    top_p: 0.5,
  };
  await client.countTokens(untyped({ ...small, ...omitted, extra: 1 }));
  const [first, second] = server.received.map(({ body }) => JSON.parse(body));
  expect(first).toEqual({ model: 'claude-haiku-4-5', messages: small.messages });
  expect(second).toEqual({ ...first, extra: 1 });
});

describe('the field `fits` of a count', () => {
  const fits = async (tokens: number, request = small) => {
    const server = await serve(json({ input_tokens: tokens }));
    return (await clientFor(server.url).countTokens(untyped(request))).fits;
  };

  test('says whether prompt and max_tokens fit in the context window', async () => {
    expect([await fits(199_000), await fits(199_001)]).toEqual([true, false]);
  });

  test('uses the window of a defined model, and is undefined for an unknown model', async () => {
    const mine = defineModel({ id: 'my-model', maxOutputTokens: 50, contextWindow: 100 });
    const request = MessagesRequestBuilder.create(mine).maxTokens(50).user('Hi').build();
    expect([await fits(50, untyped(request)), await fits(51, untyped(request))]).toEqual([true, false]);
    expect(await fits(5, untyped({ ...small, model: 'claude-of-tomorrow' }))).toBeUndefined();
  });
});

test('countTokens rejects a value that is not a request, and a request that the API version does not take', async () => {
  const client = clientFor('http://127.0.0.1:1');
  for (const wrong of [undefined, 'text', {}, MessagesRequestBuilder.create('claude-haiku-4-5')]) {
    expect(await failureOf(client.countTokens(untyped(wrong)))).toMatchObject({ name: 'ValidationError' });
  }
  const document = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } };
  const inside = { ...small, messages: [...small.messages, { role: 'assistant', content: [document] }] };
  expect(await failureOf(client.countTokens(untyped(inside)))).toMatchObject({ name: 'ValidationError' });
  const server = await serve(json({ input_tokens: 1 }));
  const older = clientFor(server.url).with({ version: Version.V2023_06_01 });
  expect((await older.countTokens(untyped(inside))).input_tokens).toBe(1);
});

test('countTokens retries, times out and aborts', async () => {
  const server = await serve(
    apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' }),
    json({ input_tokens: 1 }),
    stall,
  );
  const client = clientFor(server.url);
  expect((await client.countTokens(small)).input_tokens).toBe(1);
  expect(server.received.length).toBe(2);
  expect(await failureOf(client.countTokens(small, { timeout: { total: 30 } }))).toMatchObject({
    name: 'TimeoutError',
  });
  const signal = AbortSignal.timeout(30);
  expect(await failureOf(client.countTokens(small, { signal }))).toMatchObject({ name: 'AbortedError' });
  const page = await serve(json({ hello: 1 }));
  expect(await failureOf(clientFor(page.url).countTokens(small))).toMatchObject({
    type: 'unexpected_response',
  });
});
