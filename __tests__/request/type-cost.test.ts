import { describe, expect, test } from '@jest/globals';
import { instantiations } from '../support/compile.js';

/** What `tsc` may spend on 300 requests; the same with refused calls in them. */
const budget = 400_000;

/** Models of every way to think, each with a way that it takes. */
const models = [
  ['claude-haiku-4-5', (index: number) => `{ type: 'enabled', budget_tokens: ${1024 + index} }`],
  ['claude-sonnet-4-6', (index: number) => `{ type: 'enabled', budget_tokens: ${2048 + index} }`],
  ['claude-opus-5', () => "'disabled'"],
  ['claude-sonnet-5', () => "'adaptive'"],
  ['claude-haiku-5-5', () => "{ type: 'adaptive', display: 'summarized' }"],
] as const;

/** No two requests share a number, a name or a text: nothing is cheap because it was there before. */
function program(count: number, request: (index: number) => string): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `export const request${index} = ${request(index)};`,
  );
  return `import { MessagesRequestBuilder } from 'clust';\n${lines.join('\n')}\n`;
}

const tool = (index: number) =>
  `{ name: 'tool_${index}', description: 'Tool ${index}', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }`;

function accepted(index: number): string {
  const [model, thinking] = models[index % models.length] ?? models[0];
  return [
    `MessagesRequestBuilder.create('${model}')`,
    `maxTokens(${4096 + index})`,
    `thinking(${thinking(index)})`,
    `tools(${tool(index)})`,
    `toolChoice('auto')`,
    `user('Question ${index}')`,
    'build()',
  ].join('.');
}

describe('the cost of types', () => {
  test(`300 requests stay under ${budget} instantiations`, () => {
    const cost = instantiations(program(300, accepted));
    process.stdout.write(`300 requests: ${cost} instantiations\n`);
    expect(cost).toBeLessThan(budget);
  });

  test('AT-16.1 200 chains of ten steps stay under 300000 instantiations', () => {
    const tenSteps = (index: number) =>
      [
        `MessagesRequestBuilder.create('claude-haiku-4-5')`,
        `maxTokens(${1024 + index})`,
        `system('You are assistant ${index}.')`,
        'temperature(0.5)',
        `stopSequences('END ${index}')`,
        `metadata({ user_id: 'user ${index}' })`,
        `tools(${tool(index)})`,
        `toolChoice('auto')`,
        `user('Question ${index}')`,
        'build()',
      ].join('.');
    const cost = instantiations(program(200, tenSteps));
    process.stdout.write(`200 chains of ten steps: ${cost} instantiations\n`);
    expect(cost).toBeLessThan(300_000);
  });

  test(`300 requests of which every third is refused stay under ${budget} instantiations`, () => {
    const refusals = [
      (index: number) => `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(${64_001 + index})`,
      (index: number) =>
        `MessagesRequestBuilder.create('claude-opus-5').thinking('disabled').tools(${tool(index)}).effort('max')`,
      (index: number) =>
        `MessagesRequestBuilder.create('claude-opus-5-5').tools(${tool(index)}).toolChoice('any')`,
    ];
    const mixed = (index: number) =>
      index % 3 === 0 ? (refusals[(index / 3) % 3] ?? accepted)(index) : accepted(index);
    const cost = instantiations(program(300, mixed));
    process.stdout.write(`300 requests with 100 refusals: ${cost} instantiations\n`);
    expect(cost).toBeLessThan(budget);
  });

  test('twenty steps with ten tools in one chain reach no limit of the compiler', () => {
    const tools = Array.from({ length: 10 }, (_, index) => tool(index)).join(', ');
    const turns = Array.from({ length: 8 }, (_, index) => `.user('Q${index}').assistant('A${index}')`).join(
      '',
    );
    const chain = `MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024).system('You help.').tools(${tools}).toolChoice('auto').effort('low')${turns}.user('Last').build()`;
    expect(instantiations(program(1, () => chain))).toBeLessThan(30_000);
  });
});
