import { describe, expect, test } from '@jest/globals';
import { describeTool, functionCallingPrompt, type ToolLike, Tools } from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

const toolOf = (properties: object, required: readonly string[] = [], more: object = {}): ToolLike => ({
  name: 'get_weather',
  description: 'Gets the weather: a < b & c.',
  input_schema: { type: 'object', properties, required, ...more },
  call: () => '',
});

const typeOf = (schema: unknown, more?: object) =>
  describeTool(toolOf({ p: schema }, ['p'], more)).parameters.parameter[0]?.type;

test('the prompt ends with a <tools> element that Tools.parse() reads', () => {
  const tools = [
    toolOf({ city: { type: 'string', description: 'The city.' } }, ['city']),
    { ...toolOf({}), name: 'get_time' },
  ];
  const prompt = functionCallingPrompt(tools);

  expect(prompt).toContain('<function_calls>\n  <invoke>\n    <tool_name>$TOOL_NAME</tool_name>');
  expect(Tools.parse(prompt.slice(prompt.lastIndexOf('<tools>')))).toEqual({
    tool_description: tools.map(describeTool),
  });
  expect(prompt.slice(prompt.lastIndexOf('<tools>')).split('\n').slice(0, 11).join('\n')).toBe(
    [
      '<tools>',
      '  <tool_description>',
      '    <tool_name>get_weather</tool_name>',
      '    <description>Gets the weather: a &lt; b &amp; c.</description>',
      '    <parameters>',
      '      <parameter>',
      '        <name>city</name>',
      '        <type>string</type>',
      '        <description>The city.</description>',
      '      </parameter>',
      '    </parameters>',
    ].join('\n'),
  );
});

test('two tools of one name are refused', () => {
  expect(() => functionCallingPrompt([toolOf({}), toolOf({ city: { type: 'string' } })])).toThrow(
    'tools.1.name: tool names must be unique: get_weather is given twice',
  );
});

test('a tool without a description gets an empty one', () => {
  expect(describeTool({ name: 't', input_schema: {}, call: () => '' })).toEqual({
    tool_name: 't',
    description: '',
    parameters: { parameter: [] },
  });
});

test('a tool without a schema is refused', () => {
  // @ts-expect-error: the option of tool() in place of the field of a tool
  expect(() => functionCallingPrompt([{ name: 'get_weather', input: {}, run: () => '' }])).toThrow(
    'the tool get_weather has no input_schema: write one, or make the tool with tool()',
  );
});

test('the description of an optional parameter begins with "Optional."', () => {
  const { parameters } = describeTool(toolOf({ a: { type: 'string', description: 'The city.' }, b: {} }));
  expect(parameters.parameter).toEqual([
    { name: 'a', type: 'string', description: 'Optional. The city.' },
    { name: 'b', type: 'any', description: 'Optional.' },
  ]);
});

test('functionCallingPrompt() rejects a parameter name that cannot be a tag', () => {
  const refusal = refusalOf(() => functionCallingPrompt([toolOf({ 'zip code': { type: 'string' } })]));
  expect(refusal.message).toMatch(
    /^get_weather.zip code cannot be written as XML: expected a name without spaces/,
  );
});

describe('the type in a parameter description', () => {
  test.each([
    [{ type: 'string' }, 'string'],
    [{ type: ['integer', 'null'] }, 'integer | null'],
    [{ enum: ['celsius', 'fahrenheit', 5] }, '"celsius" | "fahrenheit" | 5'],
    [{ const: 'a' }, '"a"'],
    [{ type: 'array' }, 'array'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ type: 'array', items: { type: 'array', items: { type: 'number' } } }, 'number[][]'],
    [{ type: 'object' }, 'object'],
    [
      {
        properties: { city: { type: 'string' }, days: { type: 'array', items: { type: 'integer' } } },
        required: ['city'],
      },
      '{ city: string; days?: integer[] }',
    ],
    [{ type: 'array', items: { properties: { a: {} }, required: ['a'] } }, '{ a: any }[]'],
    [{ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'string' }] }, 'string | integer'],
    [{}, 'any'],
    [true, 'any'],
  ])('for %j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  test('for a recursive schema is cut off after a few levels', () => {
    const $defs = { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } };
    expect(typeOf({ $ref: '#/$defs/node' }, { $defs })).toBe(
      '{ next?: { next?: { next?: { next?: { next?: object } } } } }',
    );
    expect(typeOf({ $ref: '#/$defs/any' }, { $defs: { any: { anyOf: [{ $ref: '#/$defs/any' }] } } })).toBe(
      'any',
    );
  });
});
