import { describe, expect, test } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { z } from 'zod-3';
import { zodToJsonSchema } from 'zod-to-json-schema';
import {
  isToolCallError,
  isValidationError,
  MessagesRequestBuilder,
  ToolBuilder,
  tool,
  withJsonSchema,
} from '../../lib/index.js';
import { type Equal, expectType } from '../support/types.js';
import { answers, calls, clientFor, message, rejection, says, sentTo } from './support.js';

/** The converter takes the types of the package `zod`. Here zod 3 has another package name, so the types differ. */
const jsonSchemaOf = (schema: z.ZodTypeAny) => zodToJsonSchema(schema as never);

const event = z.object({
  title: z.string().max(20),
  day: z.string().transform((text) => new Date(text)),
  guests: z.array(z.string()).default([]),
});
const schema = withJsonSchema(event, jsonSchemaOf(event));
const properties = {
  title: { type: 'string', maxLength: 20 },
  day: { type: 'string' },
  guests: { type: 'array', items: { type: 'string' }, default: [] },
};

describe('withJsonSchema() with zod 3 and zod-to-json-schema', () => {
  test('AT-8.6 types a tool, sets its input_schema, and validates and transforms the input', async () => {
    const days: string[] = [];
    const add = tool({
      name: 'add_event',
      input: schema,
      run({ title, day, guests }) {
        expectType<Equal<typeof day, Date>>();
        days.push(`${title}, ${day.getUTCFullYear()}, ${guests.length}`);
      },
    });
    expect(add.input_schema).toEqual({
      type: 'object',
      properties,
      required: ['title', 'day'],
      additionalProperties: false,
    });
    await add.call({ title: 'Party', day: '2026-12-31' });
    expect(days).toEqual(['Party, 2026, 0']);
    const error = await rejection(add.call({ title: 7, day: '2026-12-31' }));
    expect(isToolCallError(error) && error.problems).toMatchObject([{ path: 'title' }]);
  });

  test('converts a draft-07 tuple to the form that the API accepts', () => {
    const point = z.object({ items: z.tuple([z.string(), z.number()]).rest(z.tuple([z.boolean()])) });
    const plot = tool({ name: 'plot', input: withJsonSchema(point, jsonSchemaOf(point)), run: String });
    expect(plot.input_schema.properties).toEqual({
      items: {
        type: 'array',
        minItems: 2,
        prefixItems: [{ type: 'string' }, { type: 'number' }],
        items: { type: 'array', minItems: 1, maxItems: 1, prefixItems: [{ type: 'boolean' }] },
      },
    });
  });

  test('AT-8.6 works in ToolBuilder, and types the input of calls', async () => {
    const add = ToolBuilder.create('add_event')
      .input(schema)
      .inputExamples({ title: 'Party', day: '2026-12-31' })
      .handler(({ guests }) => guests);
    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(add)
      .user('Hi')
      .build();
    const server = await answers(false, calls({ add_event: { title: 'Party', day: 'now' } }), says('Done.'));
    await clientFor(server).runTools(request, {
      onToolCall(call) {
        expectType<Equal<typeof call.input, { title: string; day: string; guests?: string[] | undefined }>>();
      },
    });
    expect(sentTo(server)[1].messages.at(-1).content).toMatchObject([{ content: '[]' }]);
  });

  test('refuses maxLength in a strict tool, and moves it into the description in an output format', async () => {
    let thrown: unknown;
    try {
      tool({ name: 'add_event', input: schema, strict: true, run: () => undefined });
    } catch (error) {
      thrown = error;
    }
    expect(isValidationError(thrown) && thrown.problems.map(({ path }) => path)).toEqual([
      'input_schema.properties.title.maxLength',
    ]);

    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(99)
      .outputFormat(schema)
      .user('What is on?')
      .build();
    const said = JSON.stringify({ title: 'Party', day: '2026-12-31' });
    const server = await answers(false, message([{ type: 'text', text: said }], 'end_turn'));
    const { parsed } = await clientFor(server).createMessage(request);
    expectType<Equal<typeof parsed, { title: string; day: Date; guests: string[] }>>();
    expect(parsed).toEqual({ title: 'Party', day: new Date('2026-12-31'), guests: [] });
    expect(sentTo(server)[0].output_config.format.schema.properties.title).toEqual({
      type: 'string',
      description: '{maxLength: 20}',
    });
  });
});

test('withJsonSchema() works with another library and its own converter', async () => {
  const city = v.object({ city: v.string() });
  const weather = tool({
    name: 'get_weather',
    input: withJsonSchema(city, toJsonSchema(city)),
    run: (input) => input.city,
  });
  expect(weather.input_schema).toEqual({
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
  });
  expect(await weather.call({ city: 'Paris' })).toBe('Paris');
});

test('the error for a schema without JSON Schema output names withJsonSchema()', () => {
  expect(() => tool({ name: 'add_event', input: event as never, run: () => undefined })).toThrow(
    'this schema has no JSON Schema output: give it one with withJsonSchema()',
  );
});

test('withJsonSchema() refuses a JSON Schema that is not an object', () => {
  expect(() => withJsonSchema(event, [])).toThrow('jsonSchema: a JSON Schema with keywords is an object');
});
