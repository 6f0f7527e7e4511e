// Generated from documented functions. Edit those, then run:
// npx clust tools __tests__/functions/cases/types.ts
import { tool, ToolList } from 'clust';
import * as functions from './types.js';

/** Takes the types of JSON. */
export const takePrimitivesTool = tool({
  name: 'take_primitives',
  description: 'Takes the types of JSON.',
  input: {
    type: 'object',
    properties: {
      text: {
        type: 'string',
        minLength: 1,
        pattern: '^[a-z]+$',
        description: 'A text.',
      },
      count: {
        type: 'integer',
        minimum: 1,
        maximum: 9,
        description: 'A number.',
      },
      isUrgent: { type: 'boolean', description: 'Whether it is urgent.' },
      day: {
        type: 'string',
        enum: ['monday', 'friday'],
        description: 'A day of the week.',
      },
      nothing: { type: ['string', 'null'], description: 'A text, or null.' },
      anything: { description: 'Any value.' },
    },
    required: ['text', 'count', 'isUrgent', 'day', 'nothing', 'anything'],
  },
  run: (input) =>
    functions.takePrimitives(
      input.text,
      input.count,
      input.isUrgent,
      input.day,
      input.nothing,
      input.anything,
    ),
});

/** Takes objects and lists. */
export const takeStructuresTool = tool({
  name: 'take_structures',
  description: 'Takes objects and lists.',
  input: {
    type: 'object',
    properties: {
      from: {
        type: 'object',
        properties: {
          name: { type: 'string', description: 'Its name in English.' },
          latitude: {
            type: 'number',
            description: 'Degrees north.',
            minimum: -90,
            maximum: 90,
          },
        },
        required: ['name'],
        description: 'The start of the route.',
      },
      to: {
        type: 'object',
        properties: {
          name: { type: 'string', description: 'Its name in English.' },
          latitude: {
            type: 'number',
            description: 'Degrees north.',
            minimum: -90,
            maximum: 90,
          },
        },
        required: ['name'],
        description: 'The end of the route.',
      },
      shares: {
        type: 'array',
        items: {
          type: 'number',
          description: 'A share.',
          minimum: 0,
          maximum: 1,
        },
        description: 'The shares of a pie.',
      },
      prices: {
        type: 'object',
        additionalProperties: { type: 'number' },
        description: 'Prices by symbol.',
      },
      page: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', description: 'Its name in English.' },
                latitude: {
                  type: 'number',
                  description: 'Degrees north.',
                  minimum: -90,
                  maximum: 90,
                },
              },
              required: ['name'],
              description: 'A place on the map.',
            },
          },
          total: { type: ['number', 'null'] },
        },
        required: ['items', 'total'],
        description: 'A page of places.',
      },
      filter: {
        anyOf: [
          {
            type: 'object',
            properties: {
              by: { type: 'string', const: 'day' },
              day: { type: 'string', enum: ['monday', 'friday'] },
            },
            required: ['by', 'day'],
          },
          {
            type: 'object',
            properties: {
              by: { type: 'string', const: 'name' },
              name: { type: 'string' },
            },
            required: ['by', 'name'],
          },
        ],
        description: 'A filter by day or by name.',
      },
      both: {
        type: 'object',
        properties: { size: { type: 'number' }, name: { type: 'string' } },
        required: ['name', 'size'],
        description: 'A name and a size.',
      },
    },
    required: ['from', 'to', 'shares', 'prices', 'page', 'filter', 'both'],
  },
  run: (input) =>
    functions.takeStructures(
      input.from,
      input.to,
      input.shares,
      input.prices,
      input.page,
      input.filter,
      input.both,
    ),
});

/** Takes an object that contains itself. */
export const takeOutlineTool = tool({
  name: 'take_outline',
  description: 'Takes an object that contains itself.',
  input: {
    type: 'object',
    properties: {
      title: { type: 'string', description: 'Its title.' },
      parts: {
        type: 'array',
        items: { $ref: '#/$defs/Outline' },
        description: 'The nodes below it.',
      },
    },
    required: ['title', 'parts'],
    $defs: {
      Outline: {
        type: 'object',
        properties: {
          title: { type: 'string', description: 'Its title.' },
          parts: {
            type: 'array',
            items: { $ref: '#/$defs/Outline' },
            description: 'The nodes below it.',
          },
        },
        required: ['title', 'parts'],
        description: 'A node of an outline.',
      },
    },
  },
  run: (input) => functions.takeOutline(input),
});

/** Takes types that JSON Schema describes only in part. */
export const takeInexactTool = tool({
  name: 'take_inexact',
  description: 'Takes types that JSON Schema describes only in part.',
  input: {
    type: 'object',
    properties: {
      point: {
        type: 'array',
        minItems: 2,
        prefixItems: [
          { type: 'number', title: 'x' },
          { type: 'number', title: 'y' },
        ],
        maxItems: 2,
        description: 'Two numbers.',
      },
      id: { type: 'string', description: 'An id.' },
      code: { type: 'string', description: 'A postal code.' },
      range: {
        type: 'object',
        properties: { from: { type: 'number' }, to: { type: 'number' } },
        description: 'The ends of a range. Either may be undefined.',
      },
    },
    required: ['point', 'id', 'code', 'range'],
  },
  run: (input) =>
    functions.takeInexact(
      input.point as Parameters<typeof functions.takeInexact>[0],
      input.id as Parameters<typeof functions.takeInexact>[1],
      input.code as Parameters<typeof functions.takeInexact>[2],
      input.range as Parameters<typeof functions.takeInexact>[3],
    ),
});

/** Takes optional parameters. */
export const takeOptionalTool = tool({
  name: 'take_optional',
  description: 'Takes optional parameters.',
  input: {
    type: 'object',
    properties: {
      unit: {
        type: 'string',
        enum: ['celsius', 'fahrenheit'],
        default: 'celsius',
        description: 'The unit.',
      },
      days: { type: 'integer', default: 3, description: 'The number of days.' },
      place: {
        type: 'object',
        properties: {
          name: { type: 'string', description: 'Its name in English.' },
          latitude: {
            type: 'number',
            description: 'Degrees north.',
            minimum: -90,
            maximum: 90,
          },
        },
        required: ['name'],
        description: 'A place.',
      },
      labels: { type: 'string', description: 'Labels.' },
      rest: {
        type: 'array',
        items: { type: 'string' },
        description: 'More labels.',
      },
    },
    required: ['rest'],
  },
  run: (input) =>
    functions.takeOptional(
      input.unit,
      input.days,
      input.place,
      input.labels,
      ...input.rest,
    ),
});

/** Takes a destructured object. */
export const takePartsTool = tool({
  name: 'take_parts',
  description: 'Takes a destructured object.',
  input: {
    type: 'object',
    properties: {
      city: { type: 'string', description: 'The city.' },
      days: { type: 'integer', default: 1, description: 'The number of days.' },
    },
    required: ['city'],
  },
  run: (input, context) => functions.takeParts(input, context),
});

/** The 6 tools of this module. */
export const tools = ToolList.of(
  takePrimitivesTool,
  takeStructuresTool,
  takeOutlineTool,
  takeInexactTool,
  takeOptionalTool,
  takePartsTool,
);
