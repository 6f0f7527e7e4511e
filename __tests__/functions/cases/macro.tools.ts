// Generated from documented functions. Edit those, then run:
// npx clust tools __tests__/functions/cases/macro.ts
import { tool, ToolList } from 'clust';
import * as functions from './macro.js';

/** Answers the ultimate question. */
export const noArgumentTool = tool({
  name: 'no_argument',
  description: 'Answers the ultimate question.',
  input: { type: 'object', properties: {}, required: [] },
  run: () => functions.noArgument(),
});

/** Increments a number. */
export const oneArgumentTool = tool({
  name: 'one_argument',
  description: 'Increments a number.',
  input: {
    type: 'object',
    properties: {
      value: { type: 'integer', description: 'The number to increment.' },
    },
    required: ['value'],
  },
  run: (input) => functions.oneArgument(input.value),
});

/** Adds two numbers. */
export const severalArgumentsTool = tool({
  name: 'several_arguments',
  description: 'Adds two numbers.',
  input: {
    type: 'object',
    properties: {
      left: { type: 'integer', description: 'The first number.' },
      right: { type: 'integer', description: 'The second number.' },
    },
    required: ['left', 'right'],
  },
  run: (input) => functions.severalArguments(input.left, input.right),
});

/** Returns a number. */
export const optionalArgumentTool = tool({
  name: 'optional_argument',
  description: 'Returns a number.',
  input: {
    type: 'object',
    properties: {
      value: { type: 'integer', description: 'The number. Defaults to 0.' },
    },
    required: [],
  },
  run: (input) => functions.optionalArgument(input.value),
});

/** Adds up numbers. */
export const arrayArgumentTool = tool({
  name: 'array_argument',
  description: 'Adds up numbers.',
  input: {
    type: 'object',
    properties: {
      values: {
        type: 'array',
        items: { type: 'number' },
        description: 'The numbers to add up.',
      },
    },
    required: ['values'],
  },
  run: (input) => functions.arrayArgument(input.values),
});

/** Names the freezing point of water. */
export const enumArgumentTool = tool({
  name: 'enum_argument',
  description: 'Names the freezing point of water.',
  input: {
    type: 'object',
    properties: {
      unit: {
        type: 'string',
        enum: ['celsius', 'fahrenheit'],
        description: 'The unit of the temperature.',
      },
    },
    required: ['unit'],
  },
  run: (input) =>
    functions.enumArgument(
      input.unit as Parameters<typeof functions.enumArgument>[0],
    ),
});

/** Increments the number of an object. */
export const structArgumentTool = tool({
  name: 'struct_argument',
  description: 'Increments the number of an object.',
  input: {
    type: 'object',
    properties: {
      value: { type: 'integer', description: 'The number to increment.' },
    },
    required: ['value'],
  },
  run: (input) => functions.structArgument(input),
});

/** Increments a number asynchronously. */
export const asynchronousTool = tool({
  name: 'asynchronous',
  description: 'Increments a number asynchronously.',
  input: {
    type: 'object',
    properties: {
      value: { type: 'integer', description: 'The number to increment.' },
    },
    required: ['value'],
  },
  run: (input) => functions.asynchronous(input.value),
});

/** Returns a number that is not negative. */
export const resultOrErrorTool = tool({
  name: 'result_or_error',
  description: 'Returns a number that is not negative.',
  input: {
    type: 'object',
    properties: { value: { type: 'integer', description: 'The number.' } },
    required: ['value'],
  },
  run: (input) => functions.resultOrError(input.value),
});

/** Returns a number that is not negative, asynchronously. */
export const asynchronousResultTool = tool({
  name: 'asynchronous_result',
  description: 'Returns a number that is not negative, asynchronously.',
  input: {
    type: 'object',
    properties: { value: { type: 'integer', description: 'The number.' } },
    required: ['value'],
  },
  run: (input) => functions.asynchronousResult(input.value),
});

/** Saves a note. */
export const noReturnValueTool = tool({
  name: 'no_return_value',
  description: 'Saves a note.',
  input: {
    type: 'object',
    properties: {
      text: { type: 'string', description: 'The text of the note.' },
    },
    required: ['text'],
  },
  run: (input) => functions.noReturnValue(input.text),
});

/** The 11 tools of this module. */
export const tools = ToolList.of(
  noArgumentTool,
  oneArgumentTool,
  severalArgumentsTool,
  optionalArgumentTool,
  arrayArgumentTool,
  enumArgumentTool,
  structArgumentTool,
  asynchronousTool,
  resultOrErrorTool,
  asynchronousResultTool,
  noReturnValueTool,
);
