import { expect, test } from '@jest/globals';
import { ApiKey, ClientBuilder, MessagesRequestBuilder, ToolList, tool } from '../../../lib/index.js';
import { runFunctionCalls } from '../../../lib/xml/index.js';
import { json, serve } from '../../support/loopback.js';
import { start } from '../../support/streams.js';
import { KEY } from '../../support/transport.js';

const price = tool({
  name: 'get_price',
  description: 'The price of a stock.',
  input: { type: 'object', properties: { shares: { type: 'integer' } }, required: ['shares'] },
  run: ({ shares }) => shares * 2,
});
const tools = ToolList.of(price);

const answer = (content: readonly object[], stop_reason: string, stop_sequence: string | null = null) =>
  json({ ...start.message, content, stop_reason, stop_sequence });

test('runFunctionCalls and runTools call the tools of one ToolList with the same input and result', async () => {
  const call =
    '<function_calls>\n<invoke>\n<tool_name>get_price</tool_name>\n<parameters>\n<shares>21</shares>\n</parameters>\n</invoke>\n';
  const server = await serve(
    answer([{ type: 'text', text: call }], 'stop_sequence', '</function_calls>'),
    answer([{ type: 'text', text: 'It is 42.' }], 'end_turn'),
    answer([{ type: 'tool_use', id: 'toolu_1', name: 'get_price', input: { shares: 21 } }], 'tool_use'),
    answer([{ type: 'text', text: 'It is 42.' }], 'end_turn'),
  );
  const client = ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(server.url).build();
  const question = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('What is the price?');

  const prompted = await runFunctionCalls(client, question.build(), tools);
  const native = await client.runTools(question.tools(...tools).build());

  expect([prompted.message.text, native.message.text]).toEqual(['It is 42.', 'It is 42.']);
  const sent = server.received.map(({ body }) => JSON.parse(body).messages.at(-1).content);
  expect(sent[1]).toContain('<stdout>42</stdout>');
  expect(sent[3]).toMatchObject([{ type: 'tool_result', tool_use_id: 'toolu_1', content: '42' }]);
});
