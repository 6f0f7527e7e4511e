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

/** Shows another function, in a text that is broken over two lines. */
export const arrowTool = tool({
  name: 'arrow',
  description:
    'Shows another function, in a text that is broken over two lines.\n\n- a first point\n- a second point\n\nIt isn\'t called "quotes" for nothing.\n\nIt has remarks, too.',
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
      context: { type: 'string', description: 'Named as the other one is.' },
    },
    required: ['context'],
  },
  run: (input, context) => functions.expression(input.context, context),
});

/** Is typed by the constant. */
export const typedTool = tool({
  name: 'typed',
  description: 'Is typed by the constant.',
  input: {
    type: 'object',
    properties: { text: { type: 'string', description: 'A text.' } },
    required: ['text'],
  },
  run: (input) => functions.typed(input.text),
});

/** Has a name of its own. */
export const getHTTPStatus2Tool = tool({
  name: 'HTTP-Status',
  description: 'Has a name of its own.',
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
