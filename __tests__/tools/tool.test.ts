import { describe, expect, test } from '@jest/globals';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';
import {
  isToolCallError,
  isValidationError,
  type JsonObjectSchema,
  type StandardSchema,
  ToolBuilder,
  ToolList,
  text,
  tool,
} from '../../lib/index.js';
import { rejection } from './support.js';

const weatherSchema = {
  type: 'object',
  properties: { city: { type: 'string' }, unit: { type: 'string', enum: ['c', 'f'] } },
  required: ['city'],
} as const;

describe('a tool', () => {
  test('has the same definition from ToolBuilder as from tool()', () => {
    const built = ToolBuilder.create('get_weather')
      .description('The weather in a city.')
      .input(weatherSchema)
      .strict()
      .inputExamples({ city: 'Paris' })
      .eagerInputStreaming()
      .deferLoading()
      .allowedCallers('direct')
      .cacheControl({ ttl: '1h' })
      .handler(() => 'sunny');
    const made = tool({
      name: 'get_weather',
      description: 'The weather in a city.',
      input: weatherSchema,
      strict: true,
      input_examples: [{ city: 'Paris' }],
      eager_input_streaming: true,
      defer_loading: true,
      allowed_callers: ['direct'],
      cache_control: { type: 'ephemeral', ttl: '1h' },
      run: () => 'sunny',
    });
    expect(built.definition).toEqual({
      name: 'get_weather',
      description: 'The weather in a city.',
      input_schema: { ...weatherSchema, additionalProperties: false },
      strict: true,
      input_examples: [{ city: 'Paris' }],
      eager_input_streaming: true,
      defer_loading: true,
      allowed_callers: ['direct'],
      cache_control: { type: 'ephemeral', ttl: '1h' },
    });
    expect(made.definition).toEqual(built.definition);
  });

  test.each<[string, StandardSchema]>([
    ['zod', z.object({ city: z.string(), unit: z.enum(['c', 'f']).optional() })],
    [
      'valibot',
      toStandardJsonSchema(v.object({ city: v.string(), unit: v.optional(v.picklist(['c', 'f'])) })),
    ],
    ['arktype', type({ city: 'string', 'unit?': "'c' | 'f'" })],
  ])('AT-8.6 accepts a schema from %s, and validates its input with it', async (_, schema) => {
    const seen: unknown[] = [];
    const weather = tool({ name: 'get_weather', input: schema, run: (input) => void seen.push(input) });
    expect(weather.input_schema).toMatchObject({ type: 'object', required: ['city'] });
    expect(weather.input_schema.properties).toMatchObject({
      city: { type: 'string' },
      unit: { enum: ['c', 'f'] },
    });
    await weather.call({ city: 'Paris' });
    const error = await rejection(weather.call({ city: 3 }));
    expect(isToolCallError(error) && error.reason).toBe('invalid-input');
    expect(isToolCallError(error) && error.problems.map(({ path }) => path)).toEqual(['city']);
    expect(seen).toEqual([{ city: 'Paris' }]);
  });

  test('passes the transformed input to its handler, even when the schema is asynchronous', async () => {
    const schema = z.object({
      n: z.string().transform(async (text) => Number(text)),
      unit: z.string().default('c'),
    });
    const parse = tool({ name: 'parse', input: schema, run: ({ n, unit }) => [n + 1, unit] });
    expect(await parse.call({ n: '3' })).toEqual([4, 'c']);
  });

  test('has a frozen definition, and its builder is immutable', () => {
    const base = ToolBuilder.create('a').input(weatherSchema);
    const strict = base.strict();
    expect(base.handler(() => 1).definition).not.toHaveProperty('strict');
    expect(strict.handler(() => 1).definition).toHaveProperty('strict', true);
    expect(Object.isFrozen(base.handler(() => 1).definition)).toBe(true);
  });

  test('rejects with a ToolCallError whose cause is what its handler threw', async () => {
    const mine = new Error('mine');
    const failing = tool({
      name: 'fail',
      input: { type: 'object' },
      run() {
        throw mine;
      },
    });
    const error = await rejection(failing.call({}));
    expect(error).toMatchObject({ name: 'ToolCallError', reason: 'failed', toolName: 'fail', cause: mine });
  });
});

const commands = {
  type: 'object',
  anyOf: [
    {
      type: 'object',
      properties: { command: { const: 'view' }, path: { type: 'string' } },
      required: ['command', 'path'],
    },
    {
      type: 'object',
      properties: { command: { const: 'create' }, path: { type: 'string' }, text: { type: 'string' } },
      required: ['command', 'path', 'text'],
    },
  ],
} as const;

describe('a tool with the JSON Schema literal', () => {
  test.each<[JsonObjectSchema, unknown, string[]]>([
    [weatherSchema, { city: 'Paris', unit: 'c', more: 1 }, []],
    [weatherSchema, {}, ['city: is missing']],
    [weatherSchema, { city: 1 }, ['city: must be string, not number']],
    [weatherSchema, { city: 'Paris', unit: 'k' }, ['unit: must be one of "c", "f"']],
    [weatherSchema, ['Paris'], [': must be object, not array']],
    [
      { ...weatherSchema, additionalProperties: false },
      { city: 'Paris', more: 1 },
      ['more: is not expected'],
    ],
    [
      { type: 'object', properties: { all: { type: 'array', items: { type: 'integer' } } } },
      { all: [1, 2.5, null] },
      ['all.1: must be integer, not number', 'all.2: must be integer, not null'],
    ],
    [{ type: 'object', properties: { a: { type: ['string', 'null'] } } }, { a: null }, []],
    [{ type: 'object', properties: { a: { const: 3 } } }, { a: 4 }, ['a: must be one of 3']],
    [
      { type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } },
      { a: 1 },
      ['a: must be string or null, not number'],
    ],
    [
      { type: 'object', properties: { a: { anyOf: [{ const: 'x' }, { enum: ['y', 'z'] }] } } },
      { a: 'w' },
      ['a: must be one of "x", "y", "z"'],
    ],
    [commands, { command: 'create', path: '/a' }, ['text: is missing']],
    [commands, { command: 'create', path: 1, text: '' }, ['path: must be string, not number']],
    [commands, { command: 'zap' }, ['command: must be one of "view", "create"']],
    [{ type: 'object', properties: { a: { enum: [[1], { x: 1, y: 2 }] } } }, { a: { y: 2, x: 1 } }, []],
    [{ type: 'object', properties: { a: { const: [1] } } }, { a: [1, 2] }, ['a: must be one of [1]']],
    [
      {
        type: 'object',
        properties: {
          a: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false },
        },
      },
      { a: ['x', 'y', 'z'] },
      ['a.1: must be number, not string', 'a.2: is not expected'],
    ],
    [
      { type: 'object', patternProperties: { '^x-': { type: 'number' } }, additionalProperties: false },
      { 'x-a': 1 },
      [],
    ],
    [{ type: 'object', allOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1 }, ['b: is missing']],
    [
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/Node' } },
        $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } } } },
      },
      { a: { next: { next: 3 } } },
      ['a.next.next: must be object, not number'],
    ],
    [
      { type: 'object', additionalProperties: { type: 'number' } },
      { a: 1, b: 'x' },
      ['b: must be number, not string'],
    ],
  ])('%j validates the input %j', async (schema, input, problems) => {
    const error = await rejection(tool({ name: 't', input: schema, run: () => undefined }).call(input));
    const problemsFound = isToolCallError(error) ? error.problems : [];
    expect(problemsFound.map(({ path, message }) => `${path}: ${message}`)).toEqual(problems);
  });
});

describe('tool()', () => {
  test.each<[string, StandardSchema | JsonObjectSchema, boolean, string]>([
    ['a schema that is not an object', z.string() as StandardSchema, false, 'input_schema.type'],
    [
      'a union at the root of the schema',
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      false,
      'input_schema.type',
    ],
    ['a date in the schema', z.object({ at: z.date() }), false, 'input_schema'],
    [
      'a strict schema with a minimum',
      z.object({ age: z.number().min(18) }),
      true,
      'input_schema.properties.age.minimum',
    ],
    [
      'a strict schema with a record',
      z.object({ all: z.record(z.string(), z.number()) }),
      true,
      'input_schema.properties.all',
    ],
    [
      'a recursive strict schema',
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/A' } },
        $defs: { A: { type: 'object', properties: { a: { $ref: '#/$defs/A' } } } },
      },
      true,
      'input_schema.properties.a.$ref',
    ],
    [
      'a strict schema that refers to another document',
      { type: 'object', properties: { a: { $ref: 'other.json' } } },
      true,
      'input_schema.properties.a.$ref',
    ],
  ])('refuses %s', (_, input, strict, path) => {
    let thrown: unknown;
    try {
      tool({ name: 't', input, strict, run: () => undefined });
    } catch (error) {
      thrown = error;
    }
    expect(isValidationError(thrown) ? thrown.problems.map((problem) => problem.path) : thrown).toContain(
      path,
    );
  });

  test('refuses an input example that does not match the schema', () => {
    const examples = [{ city: 'Paris' }, { city: 3 as unknown as string }];
    expect(() => tool({ name: 't', input: weatherSchema, input_examples: examples, run: () => 1 })).toThrow(
      'input_examples.1.city: must be string, not number',
    );
  });

  test('sends a minimum when the tool is not strict', () => {
    const schema = z.object({ age: z.number().min(18) });
    expect(tool({ name: 't', input: schema, run: () => 1 }).input_schema.properties).toEqual({
      age: { type: 'number', minimum: 18 },
    });
  });
});

describe('ToolList', () => {
  const toolReturning = (output: unknown) =>
    tool({ name: 'give', input: { type: 'object' }, run: () => output });
  const use = { type: 'tool_use', id: 'toolu_1', name: 'give', input: {} } as const;

  test.each([
    ['a text', 'sunny', 'sunny'],
    ['nothing', undefined, undefined],
    ['a value', { degrees: 15 }, '{"degrees":15}'],
    ['null', null, 'null'],
    ['a list of values', [1, 2], '[1,2]'],
    ['an empty list', [], '[]'],
    ['a block', text('sunny'), [{ type: 'text', text: 'sunny' }]],
    ['blocks', [{ type: 'text', text: 'sunny' }], [{ type: 'text', text: 'sunny' }]],
    ['an object that only has a type', { type: 'text' }, '{"type":"text"}'],
  ])('turns %s into the content of a tool_result', async (_, output, content) => {
    const result = await ToolList.of(toolReturning(output)).call(use);
    expect(JSON.parse(JSON.stringify(result)).content).toEqual(content);
    expect(result.is_error).toBeUndefined();
  });

  test('sends an error for a result that JSON cannot represent', async () => {
    expect(await ToolList.of(toolReturning(3n)).call(use)).toMatchObject({
      is_error: true,
      content: expect.stringMatching(/^give returned a result that JSON cannot represent: .*BigInt/),
    });
  });

  test.each<[string, unknown, RegExp]>([
    ['a Map', new Map([['a', 1]]), /lose what a Map holds/],
    ['an error inside an object', { error: new TypeError('no') }, /lose what a TypeError holds/],
    ['a promise inside a list', [Promise.resolve(1)], /lose what a Promise holds/],
    ['bytes', new Uint8Array(2), /return bytes with image\(\) or document\(\)/],
    ['a Buffer inside an object', { file: Buffer.from('hi') }, /return bytes with image\(\) or document\(\)/],
    ['a function', () => 'secret', /it is a function/],
  ])('sends an error for %s, which JSON would lose', async (_, given, sentence) => {
    const { content, is_error } = await ToolList.of(toolReturning(given)).call(use);
    expect([content, is_error]).toEqual([expect.stringMatching(sentence), true]);
  });

  test.each([
    { type: 'text', text: null },
    { type: 'document', source: 'upload' },
    { type: 'image', source: null },
    {},
    { at: new Date(0), url: new URL('https://example.com') },
  ])('sends %j as JSON, and not as a content block', async (given) => {
    const { content, is_error } = await ToolList.of(toolReturning(given)).call(use);
    expect([content, is_error]).toEqual([JSON.stringify(given), undefined]);
  });

  test('refuses two tools with the same name at run time', () => {
    const tools = [toolReturning(1), toolReturning(2)];
    expect(() => ToolList.of(...tools)).toThrow(
      'tools.1.name: tool names must be unique: give is given twice',
    );
  });

  test('runs at most as many calls in parallel as the option concurrency allows', async () => {
    let running = 0;
    let most = 0;
    const slow = tool({
      name: 'give',
      input: { type: 'object' },
      async run() {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
      },
    });
    const content = Array.from({ length: 9 }, (_, index) => ({ ...use, id: `toolu_${index}` }));
    const results = await ToolList.of(slow).callAll({ content, stop_reason: 'tool_use' }, { concurrency: 3 });
    expect(most).toBe(3);
    expect(results.map((result) => result.tool_use_id)).toEqual(content.map(({ id }) => id));
  });

  test('AT-8.1 runs no call of a truncated answer', async () => {
    const [result] = await ToolList.of(toolReturning(1)).callAll({
      content: [use],
      stop_reason: 'max_tokens',
    });
    expect(result).toMatchObject({ is_error: true, content: expect.stringMatching(/was not called/) });
  });
});
