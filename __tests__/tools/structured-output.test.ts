import { describe, expect, jest, test } from '@jest/globals';
import { type } from 'arktype';
import { z } from 'zod';
import {
  isParseError,
  type JsonSchema,
  MessagesRequestBuilder,
  outputSchema,
  type StandardSchema,
} from '../../lib/index.js';
import { collect } from '../support/streams.js';
import { type Equal, expectType } from '../support/types.js';
import { answers, clientFor, message, says, sentTo } from './support.js';

const person = z.object({
  name: z.string().min(1),
  age: z.int().min(0).describe('In years.'),
  email: z.email().nullable(),
});
const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Who is it?');
const request = preset.outputFormat(person).build();
const ada = { name: 'Ada', age: 36, email: null };

const ask = async (said: Parameters<typeof message>[0] | string, stop_reason = 'end_turn') => {
  const content = typeof said === 'string' ? [{ type: 'text', text: said }] : said;
  const server = await answers(false, message(content, stop_reason));
  return { server, message: await clientFor(server).createMessage(request) };
};

function fail(message: string): never {
  throw new Error(message);
}

/** A schema whose validate() throws or rejects. */
function throwing(validate: () => never | Promise<never>): StandardSchema {
  return {
    '~standard': { version: 1, vendor: 'ours', validate, jsonSchema: { input: () => ({ type: 'object' }) } },
  };
}

describe('outputFormat()', () => {
  test('converts the schema for the API, and parses the answer with it', async () => {
    const { server, message } = await ask(JSON.stringify(ada));
    expect(sentTo(server)[0].output_config).toEqual({
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: {
            name: { type: 'string', description: '{minLength: 1}' },
            age: { type: 'integer', description: 'In years.\n\n{minimum: 0}' },
            email: { anyOf: [{ type: 'string', format: 'email' }, { type: 'null' }] },
          },
          required: ['name', 'age', 'email'],
          additionalProperties: false,
        },
      },
    });
    expectType<Equal<typeof message.parsed, { name: string; age: number; email: string | null }>>();
    expect(message.parsed).toEqual(ada);
    expect(message.safeParsed).toEqual({ ok: true, value: ada });
  });

  test.each([
    ['truncated', '{"name": "Ada", "ag', 'max_tokens', []],
    ['refusal', 'I will not say.', 'refusal', []],
    ['invalid', 'Ada, I think.', 'end_turn', []],
    ['invalid', '{"name": "", "age": 36, "email": null}', 'end_turn', ['name']],
  ] as const)(
    'AT-14.1 gives a ParseError with reason %s and the whole response for the answer: %s',
    async (reason, said, stop_reason, paths) => {
      const { message } = await ask(said, stop_reason);
      const { safeParsed: parsed } = message;
      expect(parsed).toMatchObject({ ok: false, error: { name: 'ParseError', reason } });
      if (parsed.ok) return;
      expect(parsed.error.response).toBe(message);
      expect(parsed.error.response.usage.output_tokens).toBe(5);
      expect(parsed.error.response.http).toMatchObject({ status: 200, requestId: 'req_1' });
      expect(parsed.error.problems.map(({ path }) => path)).toEqual(paths);
      let thrown: unknown;
      try {
        void message.parsed;
      } catch (error) {
        thrown = error;
      }
      expect(isParseError(thrown)).toBe(true);
    },
  );

  test.each([
    ['truncated', '{"name": "Ada", "ag', 'max_tokens'],
    ['refusal', 'I will not say.', 'refusal'],
    ['invalid', '{"name": 3}', 'end_turn'],
  ] as const)(
    'AT-14.1 gives a ParseError with reason %s and the whole response for a streamed answer',
    async (reason, said, stop_reason) => {
      const server = await answers(true, message([{ type: 'text', text: said }], stop_reason));
      const stream = clientFor(server).createMessageStream(request);
      const views = await collect(stream.outputStream());
      if (reason === 'truncated') expect(views.at(-1)).toEqual({ name: 'Ada' });
      const whole = await stream.finalMessage();
      expect(whole.safeParsed).toMatchObject({ ok: false, error: { reason, response: { text: said } } });
      expect(whole.usage.output_tokens).toBe(5);
      expect(whole.http.requestId).toBe('req_1');
    },
  );

  test('applies the defaults and transformations of the schema to the answer', async () => {
    const schema = z.object({
      at: z.string().transform((text) => text.length),
      unit: z.string().default('c'),
    });
    const server = await answers(false, says('{"at": "noon"}'));
    const message = await clientFor(server).createMessage(preset.outputFormat(schema).build());
    expectType<Equal<typeof message.parsed, { at: number; unit: string }>>();
    expect(message.parsed).toEqual({ at: 4, unit: 'c' });
  });

  test('accepts arktype and a JSON Schema literal', () => {
    const byArktype = preset.outputFormat(type({ 'name?': 'string' })).build();
    const byLiteral = preset
      .outputFormat({ type: 'object', properties: { name: { type: 'string' } } })
      .build();
    expect(byArktype.output_config).toEqual(byLiteral.output_config);
  });

  test('gives a ParseError for a schema that validates asynchronously', async () => {
    const schema = z.object({ name: z.string().refine(async () => true) });
    const server = await answers(false, says('{"name": "Ada"}'));
    const message = await clientFor(server).createMessage(preset.outputFormat(schema).build());
    expect(message.safeParsed).toMatchObject({ ok: false, error: { reason: 'invalid' } });
  });

  test.each([
    ['throws', throwing(() => fail('no such day'))],
    ['rejects, as zod does', throwing(async () => fail('no such day'))],
  ])('gives a ParseError, and no unhandled rejection, for a schema that %s', async (_, schema) => {
    const rejected = jest.fn();
    process.once('unhandledRejection', rejected);
    const server = await answers(false, says('{"name": "Ada"}'));
    const message = await clientFor(server).createMessage(preset.outputFormat(schema).build());
    expect(message.safeParsed).toMatchObject({
      ok: false,
      error: {
        reason: 'invalid',
        message: expect.stringMatching(/failed: no such day|a function in it throws/),
      },
    });
    await new Promise(setImmediate);
    expect(rejected).not.toHaveBeenCalled();
    process.off('unhandledRejection', rejected);
  });

  test('streams partial values, and parses the complete answer', async () => {
    const server = await answers(true, says(JSON.stringify(ada)));
    const stream = clientFor(server).createMessageStream(request);
    const views = await collect(stream.outputStream());
    expectType<
      Equal<
        (typeof views)[number],
        { readonly name?: string; readonly age?: number; readonly email?: string | null }
      >
    >();
    expect(views.at(-1)).toEqual(ada);
    expect((await stream.finalMessage()).parsed).toEqual(ada);
  });
});

describe('outputSchema()', () => {
  test.each<[JsonSchema, JsonSchema]>([
    [
      { type: 'string', minLength: 3, pattern: '^a' },
      { type: 'string', description: '{minLength: 3, pattern: "^a"}' },
    ],
    [
      { type: 'string', format: 'uuid', pattern: '^.{36}$' },
      { type: 'string', format: 'uuid' },
    ],
    [
      { type: 'string', format: 'cuid' },
      { type: 'string', description: '{format: "cuid"}' },
    ],
    [
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'number', description: '{exclusiveMinimum: 0}' },
    ],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, { type: 'integer' }],
    [
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      { type: 'array', items: { type: 'string' }, minItems: 1 },
    ],
    [
      { type: 'array', minItems: 2, maxItems: 3 },
      { type: 'array', description: '{minItems: 2, maxItems: 3}' },
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      { type: 'array', description: '{prefixItems: [{"type":"string"}], items: false}' },
    ],
    [{ oneOf: [{ type: 'string' }, { type: 'null' }] }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    [
      { enum: ['a', 'b'], default: 'a', title: 'Letter' },
      { enum: ['a', 'b'], default: 'a', title: 'Letter' },
    ],
    [
      { type: 'object', properties: {} },
      { type: 'object', properties: {}, additionalProperties: false },
    ],
  ])('AT-14.2 converts %j to %j', (given, sent) => {
    expect(outputSchema(given).schema).toEqual(sent);
  });

  test('lists the keywords that it moved into the description', () => {
    const schema = z.object({ tags: z.array(z.string().max(9)).max(3), age: z.number().multipleOf(2) });
    expect(outputSchema(schema).moved).toEqual([
      { path: 'properties.tags.maxItems', value: 3 },
      { path: 'properties.tags.items.maxLength', value: 9 },
      { path: 'properties.age.multipleOf', value: 2 },
    ]);
  });

  test('AT-14.3 keeps anyOf, nullable and local references', () => {
    const definition: JsonSchema = { type: 'object', properties: { city: { type: 'string' } } };
    const schema = {
      type: 'object',
      properties: {
        home: { $ref: '#/$defs/Place' },
        work: { anyOf: [{ $ref: '#/$defs/Place' }, { type: 'null' }] },
      },
      $defs: { Place: definition },
    } satisfies JsonSchema;
    expect(outputSchema(schema).schema).toEqual({
      ...schema,
      additionalProperties: false,
      $defs: { Place: { ...definition, additionalProperties: false } },
    });
  });

  const tree = z.object({
    value: z.number(),
    get children() {
      return z.array(tree);
    },
  });

  test.each<[string, StandardSchema | JsonSchema, string]>([
    ['AT-14.3 a recursive schema', tree, 'properties.children.items.$ref'],
    ['a record', z.object({ all: z.record(z.string(), z.number()) }), 'properties.all'],
    [
      'a reference to another document',
      { type: 'object', properties: { a: { $ref: 'https://example.com/a.json' } } },
      'properties.a.$ref',
    ],
  ])('problems() reports %s with its path', (_, schema, path) => {
    const problems = preset.outputFormat(schema).problems();
    expect(problems.map((problem) => problem.path)).toContain(`output_config.format.schema.${path}`);
  });

  test('refuses a schema that JSON Schema cannot represent', () => {
    expect(() => outputSchema(z.object({ at: z.date() }))).toThrow(
      /this schema cannot be converted to JSON Schema: .*Date/,
    );
  });
});
