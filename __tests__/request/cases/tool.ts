/** The source of a custom tool with its own name. */
export const tool = (index: number) =>
  `{ name: 'tool_${index}', description: 'Tool ${index}', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }`;
