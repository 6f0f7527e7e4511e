// The programs that every bundler builds. Each sets `globalThis.result` to a promise of a string, and uses only web APIs.
// A fake `fetch` takes the place of the network.

const answer = `
const events = [
  { type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-haiku-4-5', content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 3, output_tokens: 1 } } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello, ' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'world!' } },
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 4 } },
  { type: 'message_stop' },
];
const body = events.map((event) => 'event: ' + event.type + '\\ndata: ' + JSON.stringify(event) + '\\n\\n').join('');
const fetch = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
`;

/** The programs of clust, and a streamed call of each other package. */
export const programs = {
  clust: {
    expected: 'Hello, world!',
    code: `
import { ApiKey, ClientBuilder, MessagesRequestBuilder } from 'clust';
${answer}
export async function main() {
  const client = ClientBuilder.create().apiKey(ApiKey.of('sk-ant-test')).fetch(fetch).allowBrowser().build();
  const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hello').build();
  let text = '';
  for await (const part of client.createMessageStream(request).textStream()) text += part;
  return text;
}
globalThis.result = main();
`,
  },
  'clust/xml': {
    expected: 'search 1',
    code: `
import { extractFunctionCalls, FunctionCalls } from 'clust/xml';
export async function main() {
  const call = { tool_name: 'search', parameters: { query: 'AT&T <x>' } };
  const found = extractFunctionCalls('Well: ' + FunctionCalls.serialize({ invoke: [call] }));
  return found.invoke[0].tool_name + ' ' + found.invoke.length;
}
globalThis.result = main();
`,
  },
  'official SDK': {
    expected: 'Hello, world!',
    code: `
import Anthropic from '@anthropic-ai/sdk';
${answer}
export async function main() {
  const client = new Anthropic({ apiKey: 'sk-ant-test', fetch, dangerouslyAllowBrowser: true });
  let text = '';
  const params = { model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hello' }], stream: true };
  for await (const event of await client.messages.create(params))
    if (event.type === 'content_block_delta') text += event.delta.text;
  return text;
}
globalThis.result = main();
`,
  },
  ai: {
    expected: 'Hello, world!',
    code: `
import { createAnthropic } from '@ai-sdk/anthropic';
import { streamText } from 'ai';
${answer}
export async function main() {
  const model = createAnthropic({ apiKey: 'sk-ant-test', fetch })('claude-haiku-4-5');
  let text = '';
  for await (const part of streamText({ model, prompt: 'Hello', maxOutputTokens: 64 }).textStream) text += part;
  return text;
}
globalThis.result = main();
`,
  },
};

/** A program that imports tools generated from documented functions by the plugin. */
export const tools = {
  expected: 'get_weather: 15 degrees in Paris',
  code: `
import { tools } from './weather.ts?tools';
export async function main() {
  const call = { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } };
  const { content } = await tools.call(call);
  return tools.tools.map(({ name }) => name) + ': ' + content;
}
globalThis.result = main();
`,
  source: `/**
 * Gets the weather in a city.
 * @param city The city.
 */
export function getWeather(city: string): string {
  return \`15 degrees in \${city}\`;
}
`,
};
