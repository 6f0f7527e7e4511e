import { expect, test } from '@jest/globals';
import { MessagesRequestBuilder, tool } from '../../lib/index.js';

/** Spellings from other SDKs, which JavaScript callers can write without a compile error. */

const haiku = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hi');
const schema = { type: 'object' } as const;
const weather = { name: 'get_weather', input_schema: schema };

test.each<[string, () => unknown, string]>([
  ['metadata({userId})', () => haiku.metadata({ userId: 'u' } as never).build(), 'write user_id, not userId'],
  [
    'outputFormat({type: "json_schema", schema})',
    () => haiku.outputFormat({ type: 'json_schema', schema } as never),
    'outputFormat() takes the schema itself: outputFormat(format.schema)',
  ],
  [
    'tools([list])',
    () => haiku.tools([weather] as never).build(),
    'give its tools one by one, tools(...list)',
  ],
  [
    'tool({execute})',
    () => tool({ name: 'f', input: schema, execute: () => 1 } as never),
    'a tool has no option execute: write run',
  ],
  [
    'tool({inputSchema})',
    () => tool({ name: 'f', inputSchema: schema, run: () => 1 } as never),
    'a tool has no option inputSchema: write input',
  ],
])('%s throws a ValidationError that says what to write instead', (_what, call, sentence) => {
  expect(call).toThrow(sentence);
  expect(call).toThrow(expect.objectContaining({ name: 'ValidationError' }));
});
