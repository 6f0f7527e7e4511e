import { expect, test } from '@jest/globals';
import type { Batch } from '../../lib/endpoints/batches/batch.js';
import { BatchBuilder } from '../../lib/endpoints/batches/batch-builder.js';
import type { BatchResult, MessageBatch } from '../../lib/endpoints/batches/message-batch.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { compileSnippets, objections } from '../support/compile.js';
import { type Equal, expectType } from '../support/types.js';

const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hi');
const plain = preset.build();
const weather = {
  name: 'get_weather',
  input_schema: { type: 'object', properties: { city: { type: 'string' } } },
} as const;
const withTool = preset.tools(weather).build();

test('the custom_id of a batch result narrows the type of its message', () => {
  const batch = BatchBuilder.create().add('plain', plain).add('tool', withTool).build();
  expectType<Equal<BatchResult<ItemOf<typeof batch>>['custom_id'], 'plain' | 'tool'>>();
  const check = (result: BatchResult<ItemOf<typeof batch>>) => {
    if (result.custom_id !== 'tool' || result.result.type !== 'succeeded') return;
    for (const call of result.result.message.toolUses) {
      const name: 'get_weather' = call.name;
      expect(name).toBe('get_weather');
    }
  };
  expect(typeof check).toBe('function');
});

test('every typed BatchBuilder and batch is assignable to the plain type', () => {
  const builder: BatchBuilder = BatchBuilder.create().add('a', plain);
  const batch: Batch = builder.add(`row-${Math.trunc(1)}`, withTool).build();
  const created = (known: MessageBatch<ItemOf<typeof batch>>): MessageBatch => known;
  expect([batch.requests.length, typeof created]).toEqual([2, 'function']);
});

type ItemOf<Built> = Built extends Batch<infer Item> ? Item : never;

const start = `
  import { BatchBuilder, Client, MessagesRequest, MessagesRequestBuilder } from 'clust';
  const preset = MessagesRequestBuilder.create('claude-haiku-4-5').user('Hi');
  const request = preset.maxTokens(64).build();
  const client = Client.fromEnv();
  const large = MessagesRequestBuilder.create('claude-haiku-5-5').user('Hi').maxTokens(64).build();
  declare const id: 'claude-haiku-5-5' | 'claude-haiku-4-5';
  const either = MessagesRequestBuilder.create(id).user('Hi').maxTokens(64).build();
  declare const count: number;
  declare const body: string;
`;

const refused: readonly (readonly [code: string, sentence: string])[] = [
  [
    `BatchBuilder.create().add('a', request).add('a', request)`,
    'the custom_id \\"a\\" is taken: results are found by it, so each request needs its own',
  ],
  [
    `BatchBuilder.create().add('a b', request)`,
    'a custom_id is 1 to 64 letters, digits, hyphens and underscores, not \\"a b\\"',
  ],
  [
    `BatchBuilder.create().add('', request)`,
    'a custom_id is 1 to 64 letters, digits, hyphens and underscores, not \\"\\"',
  ],
  [`BatchBuilder.create().add('${'x'.repeat(65)}', request)`, 'a custom_id is 1 to 64 letters'],
  [
    `BatchBuilder.create().add('a', preset.maxTokens(64).stream(true).build())`,
    'a request in a batch is not streamed: leave stream out',
  ],
  [
    `BatchBuilder.create().add('a', preset.maxTokens(0).build())`,
    'a batch generates something: ask for 1 token or more',
  ],
  [
    `BatchBuilder.create().add('a', request, { maxTokens: 64_001 })`,
    'claude-haiku-4-5 generates at most 64000 tokens in a batch, not 64001',
  ],
  [
    `BatchBuilder.create().add('a', large, { maxTokens: 300_001 })`,
    'claude-haiku-5-5 generates at most 300000 tokens in a batch, not 300001',
  ],
  [
    `BatchBuilder.create().add('a', large, { maxTokens: 0.5 })`,
    'max_tokens takes a whole number of tokens, 0 or more, not 0.5',
  ],
  [
    `BatchBuilder.create().add('a', either, { maxTokens: 200_000 })`,
    'claude-haiku-4-5 generates at most 64000 tokens in a batch, not 200000',
  ],
  [`BatchBuilder.create().build()`, 'build() needs add()'],
  [`BatchBuilder.create().add('a', preset.maxTokens(64))`, 'is not assignable to parameter'],
  [`client.files.upload(new Uint8Array(1))`, ''],
  [`client.files.upload('./report.pdf', { filename: 'a' })`, ''],
  [`client.countTokens({ model: 'claude-haiku-4-5' })`, 'a request needs messages'],
  [
    `client.countTokens({ model: 'claude-haiku-4-5', maxTokens: 5, messages: [{ role: 'user', content: 'Hi' }] })`,
    'a request has no field maxTokens',
  ],
  [`client.createMessage({ model: 'claude-haiku-4-5' })`, 'a request needs max_tokens'],
  [`client.countTokens(preset)`, 'a request is an object with a model: end its builder with build()'],
];

const accepted = [
  `BatchBuilder.create().add('${'x'.repeat(64)}', request).add('A-z_09', request).build()`,
  `BatchBuilder.create().add('a' as string, request).add('a' as string, request).add('a', request).build()`,
  `BatchBuilder.create().add('a', large, { maxTokens: 300_000 }).add('b', request, { maxTokens: 64_000 }).build()`,
  `BatchBuilder.create().add('a', either, { maxTokens: 64_000 }).build()`,
  `BatchBuilder.create().add('a', large, { maxTokens: count }).add('b', request, {}).build()`,
  `BatchBuilder.create().add('a', MessagesRequest.parse(body), { maxTokens: 300_001 })`,
  `await client.batches.create([{ custom_id: 'a', params: request }])`,
  `await client.batches.wait('x', { poll: 1, signal: AbortSignal.timeout(1), onProgress: ({ processing }) => processing })`,
  `await client.files.upload(new File(['x'], 'a'))`,
  `const text: string = await client.raw('GET', '/x', { responseType: 'text' })`,
  `const { a } = await client.raw<{ a: 1 }>('GET', '/x'); const one: 1 = a`,
  `for await (const line of await client.raw('GET', '/x', { responseType: 'lines' })) line.trim()`,
  `await client.countTokens({ model: 'claude-haiku-4-5', system: 'x', messages: [{ role: 'user', content: 'Hi' }] })`,
  `await client.countTokens({ model: 'claude-haiku-4-5', thinking: { type: 'enabled', budget_tokens: 2048 }, messages: [{ role: 'user', content: 'Hi' }] })`,
  `const fits: boolean | undefined = (await client.countTokens(request)).fits`,
];

test('the compiler rejects wrong calls with a sentence, and accepts the others', () => {
  const cases = [...refused.map(([code]) => code), ...accepted];
  const found = compileSnippets(
    '6.0',
    cases.map((code) => ({ name: code, code: `${start}${code};` })),
  );
  for (const [code, sentence] of refused) {
    const objection = objections(found.get(code))?.join('\n');
    expect([code, objection]).toEqual([code, expect.stringContaining(sentence)]);
    expect([code, objection]).not.toEqual([code, '']);
  }
  for (const code of accepted) expect([code, objections(found.get(code))]).toEqual([code, []]);
}, 120_000);
