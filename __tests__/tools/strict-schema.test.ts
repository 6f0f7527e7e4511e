import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  isValidationError,
  type JsonObjectSchema,
  type JsonSchema,
  MessagesRequest,
  MessagesRequestBuilder,
  outputSchema,
  type Problem,
  type StandardSchema,
  tool,
} from '../../lib/index.js';

/** Properties that the API refuses in a strict tool, and the keyword at fault. */
const refused: readonly [what: string, property: JsonSchema, keyword: string][] = [
  ['a minimum', { type: 'integer', minimum: 0 }, 'minimum'],
  ['a maximum', { type: 'integer', maximum: 9 }, 'maximum'],
  ['an exclusive minimum', { type: 'number', exclusiveMinimum: 0 }, 'exclusiveMinimum'],
  ['an exclusive maximum', { type: 'number', exclusiveMaximum: 1 }, 'exclusiveMaximum'],
  ['a multipleOf', { type: 'number', multipleOf: 5 }, 'multipleOf'],
  ['a minimum length', { type: 'string', minLength: 1 }, 'minLength'],
  ['a maximum length', { type: 'string', maxLength: 9 }, 'maxLength'],
  ['a minimum number of items', { type: 'array', items: { type: 'string' }, minItems: 2 }, 'minItems'],
  ['a maximum number of items', { type: 'array', items: { type: 'string' }, maxItems: 2 }, 'maxItems'],
];

const withProperty = (property: JsonSchema): JsonObjectSchema => ({
  type: 'object',
  properties: { a: property },
  required: ['a'],
  additionalProperties: false,
});

function problemsOf(make: () => unknown): readonly Problem[] {
  try {
    make();
  } catch (error) {
    if (isValidationError(error)) return error.problems;
    throw error;
  }
  return [];
}

/** The problems of a strict tool when it is defined, and of the same tool in a stored request. */
const defined = (input: JsonObjectSchema) =>
  problemsOf(() => tool({ name: 't', input, strict: true, run: () => undefined }));
const stored = (input_schema: JsonObjectSchema) =>
  problemsOf(() =>
    MessagesRequest.parse({
      model: 'claude-haiku-4-5',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Hi' }],
      tools: [{ name: 't', strict: true, input_schema }],
    }),
  );

describe('tool() refuses a strict tool with the same problem as MessagesRequest.parse():', () => {
  test.each<readonly [string, JsonSchema]>([
    ...refused.map(([what, property]) => [what, property] as const),
    ['an enum of objects', { enum: [{}] }],
    ['a reference to another document', { $ref: 'https://example.com/a.json' }],
    ['a reference to itself', { $ref: '#' }],
    ['an object with arbitrary keys', { type: 'object', additionalProperties: { type: 'string' } }],
  ])('%s', (_, property) => {
    const found = defined(withProperty(property));
    expect(found).toHaveLength(1);
    expect(found).toEqual(
      stored(withProperty(property)).map((problem) => ({
        ...problem,
        path: problem.path.replace('tools.0.', ''),
      })),
    );
  });

  test('an indirectly recursive definition', () => {
    const schema: JsonObjectSchema = {
      ...withProperty({ $ref: '#/$defs/A~1B' }),
      $defs: {
        'A/B': { type: 'object', properties: { c: { $ref: '#/$defs/C' } }, additionalProperties: false },
        C: { type: 'object', properties: { a: { $ref: '#/$defs/A~1B' } }, additionalProperties: false },
      },
    };
    const found = defined(schema).map(({ path }) => path);
    expect(found).toContain('input_schema.properties.a.$ref');
    expect(found).toEqual(stored(schema).map(({ path }) => path.replace('tools.0.', '')));
  });
});

test.each(refused)(
  'AT-14.2 an output format with %s is sent without it, and has no problems',
  (_, property, keyword) => {
    const { schema, moved } = outputSchema(withProperty(property));
    expect(moved.map(({ path }) => path)).toEqual([`properties.a.${keyword}`]);
    expect(Object(schema.properties).a).not.toHaveProperty([keyword]);
    const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi');
    expect(request.outputFormat(withProperty(property)).problems()).toEqual([]);
  },
);

describe('a strict tool is sent', () => {
  const sent = (input: StandardSchema | JsonObjectSchema) =>
    tool({ name: 't', input, strict: true, run: () => undefined }).input_schema;

  test('with additionalProperties false, and with oneOf as anyOf', () => {
    const schema: JsonObjectSchema = {
      type: 'object',
      properties: { a: { oneOf: [{ type: 'object', properties: {} }, { type: 'null' }] } },
    };
    expect(sent(schema)).toEqual({
      type: 'object',
      properties: {
        a: { anyOf: [{ type: 'object', properties: {}, additionalProperties: false }, { type: 'null' }] },
      },
      additionalProperties: false,
    });
  });

  test('without a pattern or range that the format or type implies', () => {
    expect(sent(z.object({ id: z.uuid(), n: z.int() })).properties).toEqual({
      id: { type: 'string', format: 'uuid' },
      n: { type: 'integer' },
    });
  });

  test('with a simple pattern', () => {
    expect(sent(withProperty({ type: 'string', pattern: '^[a-z]+$' })).properties).toEqual({
      a: { type: 'string', pattern: '^[a-z]+$' },
    });
  });
});
