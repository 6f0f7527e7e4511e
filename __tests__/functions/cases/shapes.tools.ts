// Generated from documented functions. Edit those, then run:
// npx clust tools __tests__/functions/cases/shapes.ts
import { tool, ToolList } from 'clust';
import * as functions from './shapes.js';

/** Increments the number of an object. */
export const reExportedTool = tool({
  name: 're_exported',
  description: 'Increments the number of an object.',
  input: {
    type: 'object',
    properties: {
      value: { type: 'integer', description: 'The number to increment.' },
    },
    required: ['value'],
  },
  run: (input) => functions.reExported(input),
});

/** Links to another function, in a text that spans two lines. */
export const arrowTool = tool({
  name: 'arrow',
  description:
    'Links to another function, in a text that spans two lines.\n\n- a first point\n- a second point\n\nIt isn\'t called "quotes" for nothing.\n\nIt has remarks, too.',
  input: { type: 'object', properties: {}, required: [] },
  run: () => functions.arrow(),
});

/** Is an expression. */
export const expressionTool = tool({
  name: 'expression',
  description: 'Is an expression.',
  input: {
    type: 'object',
    properties: {
      context: {
        type: 'string',
        description: 'A parameter named like the tool context.',
      },
    },
    required: ['context'],
  },
  run: (input, context) => functions.expression(input.context, context),
});

/** Has the type of its constant. */
export const typedTool = tool({
  name: 'typed',
  description: 'Has the type of its constant.',
  input: {
    type: 'object',
    properties: { text: { type: 'string', description: 'A text.' } },
    required: ['text'],
  },
  run: (input) => functions.typed(input.text),
});

/** Has a custom tool name. */
export const getHTTPStatus2Tool = tool({
  name: 'HTTP-Status',
  description: 'Has a custom tool name.',
  input: { type: 'object', properties: {}, required: [] },
  run: () => functions.default(),
});

/** The 5 tools of this module. */
export const tools = ToolList.of(
  reExportedTool,
  arrowTool,
  expressionTool,
  typedTool,
  getHTTPStatus2Tool,
);
