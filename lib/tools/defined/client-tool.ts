import type { JsonObjectSchema } from '../../schema/json-schema.js';
import type { ToolParam } from '../../wire/tools/tool-param.js';
import { createTool } from '../create-tool.js';
import type { Tool, ToolHandler } from '../tool.js';

/** A tool whose definition the API knows: sent by its type and name, checked here by what the API documents. */
export function clientTool<Name extends string, Input>(
  definition: ToolParam,
  name: Name,
  inputSchema: JsonObjectSchema,
  handler: ToolHandler<never>,
): Tool<Name, Input> {
  return createTool({ name, definition, description: undefined, inputSchema, schema: inputSchema, handler });
}
