import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { tool } from '../../lib/index.js';
import { callFunctions, functionCallingPrompt } from '../../lib/xml/index.js';

const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: z.object({ city: z.string(), days: z.number() }),
  run: ({ city, days }) => ({ city, days }),
});

test('the same tool is described to, and called by, a model that calls functions through its text', async () => {
  expect(functionCallingPrompt([weather])).toContain('The weather in a city.');
  const calls = { invoke: [{ tool_name: 'get_weather', parameters: { city: 'Paris', days: '2' } }] };
  expect(await callFunctions([weather], calls)).toEqual({
    results: [{ tool_name: 'get_weather', stdout: '{"city":"Paris","days":2}' }],
  });
});
