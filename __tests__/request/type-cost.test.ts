import { describe, expect, test } from '@jest/globals';
import { compileSnippets, instantiations, objections } from '../support/compile.js';
import { tool } from './cases/tool.js';

/** The type instantiations allowed for 300 requests, with or without refused calls among them. */
const budget = 330_000;
/** TypeScript 5.4 reuses fewer of its results. */
const budgetOf54 = 370_000;

/** Models that think in different ways, each with a `thinking` setting that it accepts. */
const models = [
  ['claude-haiku-4-5', (index: number) => `{ type: 'enabled', budget_tokens: ${1024 + index} }`],
  ['claude-sonnet-4-6', (index: number) => `{ type: 'enabled', budget_tokens: ${2048 + index} }`],
  ['claude-opus-5', () => "'disabled'"],
  ['claude-sonnet-5', () => "'adaptive'"],
  ['claude-haiku-5-5', () => "{ type: 'adaptive', display: 'summarized' }"],
] as const;

/** Each request has its own numbers, names and texts, so that no request is cheap because of an earlier one. */
function program(count: number, request: (index: number) => string): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `export const request${index} = ${request(index)};`,
  );
  return `import { MessagesRequestBuilder } from 'clust';\n${lines.join('\n')}\n`;
}

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

/** The source of the body that `accepted()` builds. */
function objectSource(index: number): string {
  const [model, thinking] = models[index % models.length] ?? models[0];
  return `{
    model: '${model}', max_tokens: ${4096 + index}, thinking: ${thinking(index).replace(/^'(.*)'$/, "{ type: '$1' }")},
    tools: [${tool(index)}], tool_choice: { type: 'auto' }, messages: [{ role: 'user', content: 'Question ${index}' }],
  }`;
}

const errorsOf = (code: string) =>
  objections(compileSnippets('6.0', [{ name: 'it', code: program(1, () => code) }]).get('it')) ?? [];

describe('the cost of types', () => {
  test(`300 requests stay under ${budget} instantiations`, () => {
    const cost = instantiations(program(300, accepted));
    process.stdout.write(`300 requests: ${cost} instantiations\n`);
    expect(cost).toBeLessThan(budget);
  });

  test(`300 requests stay under ${budgetOf54} instantiations on TypeScript 5.4`, () => {
    expect(instantiations(program(300, accepted), '5.4')).toBeLessThan(budgetOf54);
  });

  /** A chain with each step behind a condition. */
  const conditional = (steps: readonly string[]) => {
    const whens = steps.map((step) => `.when(Math.random() < 0.5, (builder) => builder.${step})`).join('');
    return `MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096)${whens}.user('Hi').build()`;
  };

  test.each(['5.4', '5.9', '6.0'] as const)(
    'twelve conditional settings stay under 12000 instantiations on TypeScript %s',
    (version) => {
      const chain = conditional([
        `system('You help.')`,
        `effort('low')`,
        `stopSequences('END')`,
        `metadata({ user_id: 'u' })`,
        'cacheControl()',
        `serviceTier('auto')`,
        `speed('standard')`,
        'stream(true)',
        `inferenceGeo('us')`,
        `thinking('adaptive')`,
        `betas('some-beta')`,
        'diagnostics({ previous_message_id: null })',
      ]);
      expect(errorsOf(chain)).toEqual([]);
      expect(
        instantiations(
          program(1, () => chain),
          version,
        ),
      ).toBeLessThan(12_000);
    },
  );

  test('twelve conditional settings with a tool among them stay under 12000 instantiations', () => {
    const chain = conditional([
      `system('You help.')`,
      `effort('low')`,
      `stopSequences('END')`,
      `metadata({ user_id: 'u' })`,
      `tools(${tool(1)})`,
      `toolChoice('auto')`,
      'cacheControl()',
      `serviceTier('auto')`,
      `speed('standard')`,
      'stream(true)',
      `inferenceGeo('us')`,
      `thinking('adaptive')`,
    ]);
    expect(errorsOf(chain)).toEqual([]);
    expect(instantiations(program(1, () => chain))).toBeLessThan(12_000);
  });

  test.each([
    ['whose model is any string', 'string', ''],
    ['whose model is one of two', `'claude-opus-4-6' | 'claude-sonnet-4-6'`, '.maxTokens(1024)'],
  ])('mapping a config of eight optional fields %s stays under 6000 instantiations', (_, model, first) => {
    const code = `import { MessagesRequestBuilder } from 'clust';
      interface Config {
        readonly model: ${model};
        readonly system?: string;
        readonly temperature?: number;
        readonly stream?: boolean;
        readonly effort?: 'low' | 'medium' | 'high';
        readonly thinking?: 'adaptive' | 'disabled';
        readonly stop?: readonly string[];
        readonly user?: string;
        readonly tier?: 'auto' | 'standard_only';
      }
      export const builderOf = (config: Config) =>
        MessagesRequestBuilder.create(config.model)${first}
          .when(config.system, (builder, text) => builder.system(text))
          .when(config.temperature, (builder, value) => builder.temperature(value))
          .when(config.stream, (builder, value) => builder.stream(value))
          .when(config.effort, (builder, level) => builder.effort(level))
          .when(config.thinking, (builder, type) => builder.thinking(type))
          .when(config.stop, (builder, sequences) => builder.stopSequences(...sequences))
          .when(config.user, (builder, user_id) => builder.metadata({ user_id }))
          .when(config.tier, (builder, tier) => builder.serviceTier(tier));`;
    expect(objections(compileSnippets('6.0', [{ name: 'it', code }]).get('it'))).toEqual([]);
    expect(instantiations(code)).toBeLessThan(6000);
  });

  test('300 objects cost at most 1.25 times as much as the same chains', () => {
    const head = `import { type Client, MessagesRequest } from 'clust';\ndeclare const client: Client;\n`;
    const chains = instantiations(program(300, accepted));
    for (const call of ['MessagesRequest.of', 'client.createMessage']) {
      const objects = (count: number) => head + program(count, (index) => `${call}(${objectSource(index)})`);
      const name = `one object of each model for ${call}`;
      const code = objects(models.length);
      expect(objections(compileSnippets('6.0', [{ name, code }]).get(name))).toEqual([]);
      const cost = instantiations(objects(300));
      process.stdout.write(`300 objects for ${call}: ${cost} instantiations, ${chains} as chains\n`);
      expect(cost).toBeLessThanOrEqual(1.25 * chains);
    }
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

  test('200 turn steps stay under 20000 instantiations, and a prefill after them is refused', () => {
    const turns = Array.from({ length: 100 }, (_, index) => `.user('Q${index}').assistant('A${index}')`).join(
      '',
    );
    const chain = `MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024)${turns}`;
    expect(errorsOf(`${chain}.user('Last').build()`)).toEqual([]);
    expect(instantiations(program(1, () => `${chain}.user('Last').build()`))).toBeLessThan(20_000);
    expect(errorsOf(`${chain}.build()`)[0]).toContain('claude-opus-5 takes no prefill');
  });

  test('2000 literal turns stay under 100000 instantiations, and a prefill after them is refused', () => {
    const turns = Array.from(
      { length: 1000 },
      (_, index) => `{ role: 'user', content: 'Q${index}' }, { role: 'assistant', content: 'A${index}' }`,
    ).join(', ');
    const chain = `MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024)`;
    expect(errorsOf(`${chain}.messages([${turns}, { role: 'user', content: 'Last' }]).build()`)).toEqual([]);
    const cost = instantiations(
      program(1, () => `${chain}.messages([${turns}, { role: 'user', content: 'Last' }]).build()`),
    );
    expect(cost).toBeLessThan(100_000);
    expect(errorsOf(`${chain}.messages([${turns}]).build()`)[0]).toContain('claude-opus-5 takes no prefill');
  });

  test.each([
    [
      '200 turn steps after tools()',
      `.tools(${tool(1)})${Array.from({ length: 100 }, (_, index) => `.user('Q${index}').assistant('A${index}')`).join('')}`,
    ],
    [
      '24 rounds of tools with tools() last',
      `${Array.from(
        { length: 24 },
        (_, index) =>
          `.user('Q').assistant([{ type: 'tool_use', id: 'toolu_${index}', name: 'tool_1', input: {} }])
          .toolResults([{ type: 'tool_result', tool_use_id: 'toolu_${index}', content: '1' }]).assistant('A')`,
      ).join('')}.tools(${tool(1)})`,
    ],
  ])('%s compile, and no type becomes any', (_, steps) => {
    const code = `type IsAny<Type> = 0 extends 1 & Type ? true : false;
      const builder = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024)${steps};
      const request = builder.user('Last').build();
      const never: IsAny<typeof builder> | IsAny<typeof request> | IsAny<(typeof request)['model']> = false;
      export const model: 'claude-opus-5' = request.model;
      export const wrong: 'claude-haiku-4-5' = request.model;`;
    const source = `import { MessagesRequestBuilder } from 'clust';\n${code}`;
    const found = compileSnippets('6.0', [{ name: 'it', code: source }]).get('it');
    expect(objections(found)).toEqual([
      expect.stringContaining(`'"claude-opus-5"' is not assignable to type`),
    ]);
  });

  test('two builders in one array are not compared member by member', () => {
    const two = (meet: string) => `import { MessagesRequestBuilder } from 'clust';
      const one = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(5);
      const other = MessagesRequestBuilder.create('claude-opus-5').effort('low');${meet}`;
    const cost =
      instantiations(two('export const both = [one, other];')) -
      instantiations(two('export { one, other };'));
    expect(cost).toBeLessThan(200);
  });

  test('a chain with ten tools and 17 turns stays under 30000 instantiations', () => {
    const tools = Array.from({ length: 10 }, (_, index) => tool(index)).join(', ');
    const turns = Array.from({ length: 8 }, (_, index) => `.user('Q${index}').assistant('A${index}')`).join(
      '',
    );
    const chain = `MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024).system('You help.').tools(${tools}).toolChoice('auto').effort('low')${turns}.user('Last').build()`;
    expect(instantiations(program(1, () => chain))).toBeLessThan(30_000);
  });
});
