import { describe, expect, test } from '@jest/globals';
import {
  type JsonObjectSchema,
  type JsonSchema,
  type McpClient,
  type McpResourceClient,
  MessagesRequestBuilder,
  mcpResource,
  mcpTools,
  outputSchema,
  type Tool,
  ToolBuilder,
  tool,
} from '../../lib/index.js';
import { describeTool } from '../../lib/xml/index.js';
import { rejection } from './support.js';

/** `count` definitions. Each refers to the next four times, so the number of checks grows exponentially. */
function exponential(count: number): JsonObjectSchema {
  const $defs: Record<string, JsonSchema> = Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, JsonSchema] => {
      const next = { $ref: `#/$defs/d${index + 1}` };
      return [
        `d${index}`,
        index === count - 1 ? { type: 'string' } : { allOf: [next, next], anyOf: [next, next] },
      ];
    }),
  );
  return { type: 'object', properties: { a: { $ref: '#/$defs/d0' } }, $defs };
}

/** `count` definitions, each of which refers to the next. */
function chain(count: number, last: JsonSchema): JsonObjectSchema {
  const $defs: Record<string, JsonSchema> = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `d${index}`,
      index === count - 1 ? last : { $ref: `#/$defs/d${index + 1}` },
    ]),
  );
  return { type: 'object', properties: { a: { $ref: '#/$defs/d0' } }, required: ['a'], $defs };
}

const toolWith = (input: JsonObjectSchema): Tool => tool({ name: 'a', input, run: () => 'ran' });

describe('references', () => {
  test('that branch exponentially are refused with an error, and do not block the process', async () => {
    const error = await rejection(toolWith(exponential(40)).call({ a: 1 }));
    expect(String(error)).toMatch(/takes more than 200000 checks: simplify the references of the schema/);
    const xml = describeTool(toolWith({ type: 'object', properties: { a: { anyOf: [exponential(40)] } } }));
    expect(xml.parameters.parameter).toHaveLength(1);
  });

  test('that refer only to themselves, or do not resolve, accept any value', async () => {
    const loop = {
      type: 'object',
      properties: { a: { $ref: '#/$defs/b' } },
      $defs: { b: { $ref: '#/$defs/b' } },
    };
    expect(await toolWith(loop as JsonObjectSchema).call({ a: 1 })).toBe('ran');
    const unresolved: JsonObjectSchema = { type: 'object', properties: { a: { $ref: '#/__proto__/x' } } };
    expect(await toolWith(unresolved).call({ a: 1 })).toBe('ran');
  });

  test('that nest without end are refused', async () => {
    const endless: JsonObjectSchema = {
      type: 'object',
      properties: { a: { allOf: [{ $ref: '#/properties/a' }] } },
    };
    expect(String(await rejection(toolWith(endless).call({ a: 1 })))).toMatch(/more than 1000 levels deep/);
  });

  test('in a chain of 3,000 are followed to the end, and a strict tool refuses them only when they are recursive', async () => {
    const straight = toolWith(chain(3000, { type: 'string' }));
    expect(await straight.call({ a: 'x' })).toBe('ran');
    expect(String(await rejection(straight.call({ a: 1 })))).toMatch(/a: must be string, not number/);
    const strict = (input: JsonObjectSchema) =>
      ToolBuilder.create('a')
        .input(input)
        .strict()
        .handler(() => '');
    expect(strict(chain(3000, { type: 'string' })).name).toBe('a');
    expect(() => strict(chain(3000, { $ref: '#/$defs/d0' }))).toThrow(
      /no recursion: #\/\$defs\/d0 leads back to itself/,
    );
  });
});

describe('JSON Schema keywords', () => {
  test.each([
    'anyOf',
    'oneOf',
    'allOf',
    'prefixItems',
    'items',
    'not',
    '$defs',
    'definitions',
    'properties',
    'patternProperties',
  ])('a strict tool refuses minimum under %s', (keyword) => {
    const limited = { type: 'integer', minimum: 1 };
    const isNamed = /[dD]ef|ropert/.test(keyword);
    const isList = /Of$|prefix/.test(keyword);
    const value = isNamed ? { x: limited } : isList ? [limited] : limited;
    const request = () =>
      MessagesRequestBuilder.create('claude-sonnet-5-5')
        .maxTokens(9)
        .tools({
          name: 'a',
          strict: true,
          input_schema: {
            type: 'object',
            additionalProperties: false,
            properties: { a: { [keyword]: value } },
          },
        })
        .user('Go.')
        .build();
    expect(request).toThrow(/minimum: structured outputs take no minimum: say it in the description/);
  });

  test('a strict tool sends every nested object with additionalProperties false', () => {
    const inner = { type: 'object', properties: {} } as const;
    const input = {
      type: 'object',
      properties: { a: { prefixItems: [inner] }, b: { anyOf: [inner] } },
    } as const;
    const { input_schema } = tool({ name: 'a', strict: true, input, run: () => '' });
    const closed = { ...inner, additionalProperties: false };
    expect(input_schema.properties).toEqual({ a: { prefixItems: [closed] }, b: { anyOf: [closed] } });
  });

  test('$schema and $id are sent unchanged', () => {
    const ids = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://example.com/a',
    } as const;
    const schema = { ...ids, type: 'object', properties: {} } as const;
    expect(tool({ name: 'a', input: schema, run: () => '' }).input_schema).toEqual(schema);
    expect(outputSchema(schema)).toEqual({ schema: { ...schema, additionalProperties: false }, moved: [] });
  });

  test('oneOf next to anyOf is moved into the description', () => {
    const schema = {
      type: 'object',
      properties: { a: { anyOf: [{ type: 'string' }], oneOf: [{ type: 'string' }] } },
    } as const;
    expect(outputSchema(schema).moved.map(({ path }) => path)).toEqual(['properties.a.oneOf']);
  });
});

describe('an MCP server', () => {
  const serverOf = (listTools: McpClient['listTools']): McpClient => ({
    listTools,
    callTool: async () => ({}),
  });

  test('with a cyclic or very deep schema is refused, and the error names the tool', async () => {
    const cyclic: { type: 'object'; properties?: object } = { type: 'object' };
    cyclic.properties = { again: cyclic };
    let deep: object = {};
    for (let level = 0; level < 20_000; level += 1) deep = { properties: { a: deep } };
    for (const inputSchema of [cyclic, { type: 'object' as const, ...deep }]) {
      const server = serverOf(async () => ({ tools: [{ name: 'plan', inputSchema }] }));
      expect(await rejection(mcpTools(server))).toMatchObject({
        name: 'ValidationError',
        problems: [
          {
            path: 'plan.inputSchema',
            message: expect.stringMatching(/contains itself, or has more than 500 levels/),
          },
        ],
      });
    }
  });

  test('that repeats its cursor is not listed forever', async () => {
    const pages: unknown[] = [];
    const server = serverOf(async (params) => {
      pages.push(params?.cursor);
      return { tools: [{ name: `t${pages.length}`, inputSchema: { type: 'object' } }], nextCursor: 'again' };
    });
    expect((await mcpTools(server)).map(({ name }) => name)).toEqual(['t1', 't2']);
    expect(pages).toEqual([undefined, 'again']);
  });

  test.each([
    [
      'text/markdown',
      btoa('# Notes'),
      { type: 'document', source: { type: 'text', media_type: 'text/plain', data: '# Notes' } },
    ],
    ['application/json', btoa('{"a":1}'), { type: 'document', source: { data: '{"a":1}' } }],
    [
      'text/plain',
      btoa('\xff'),
      { type: 'text', text: '(file:///a of type text/plain, which cannot be shown)' },
    ],
    ['audio/wav', btoa('x'), { type: 'text', text: '(file:///a of type audio/wav, which cannot be shown)' }],
  ])(
    'that returns a base64 blob of type %s gives a document, or a note when the blob is not text',
    async (mimeType, blob, block) => {
      const server: McpResourceClient = {
        readResource: async ({ uri }) => ({ contents: [{ uri, mimeType, blob }] }),
      };
      expect(await mcpResource(server, 'file:///a')).toMatchObject([block]);
    },
  );
});
