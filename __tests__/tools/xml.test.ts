import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { MessagesRequestBuilder, tool } from '../../lib/index.js';
import { callFunctions, functionCallingPrompt, runFunctionCalls } from '../../lib/xml/index.js';
import { answers, clientFor, message } from './support.js';

const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: z.object({ city: z.string(), days: z.number() }),
  run: ({ city, days }) => ({ city, days }),
});

test('functionCallingPrompt() and callFunctions() accept a tool()', async () => {
  expect(functionCallingPrompt([weather])).toContain('The weather in a city.');
  const calls = { invoke: [{ tool_name: 'get_weather', parameters: { city: 'Paris', days: '2' } }] };
  expect(await callFunctions([weather], calls)).toEqual({
    results: [{ tool_name: 'get_weather', stdout: '{"city":"Paris","days":2}' }],
  });
});

test('callFunctions() reports the error of a tool once', async () => {
  const fails = tool({
    name: 'get',
    input: { type: 'object' },
    run() {
      throw new Error('no such symbol');
    },
  });
  const calls = { invoke: [{ tool_name: 'get', parameters: {} }] };
  expect(await callFunctions([fails], calls)).toEqual({ error: 'get failed: no such symbol' });
});

test.each([false, true])(
  'AT-8.1 runFunctionCalls() never runs a call of a truncated answer, with {stream: %s}',
  async (stream) => {
    const called: unknown[] = [];
    const write = tool({
      name: 'write',
      input: { type: 'object', properties: { path: { type: 'string' } } },
      run: (input) => void called.push(input),
    });
    const text =
      '<function_calls><invoke><tool_name>write</tool_name><parameters><path>/etc/hos</path></parameters></invoke>';
    const server = await answers(stream, message([{ type: 'text', text }], 'max_tokens'));
    const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(99).user('Write.').build();
    const { status } = await runFunctionCalls(clientFor(server), request, [write], { stream });
    expect(status).toBe('max_tokens');
    expect(called).toEqual([]);
  },
);
