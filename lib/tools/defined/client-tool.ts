import type { JsonObjectSchema } from '../../schema/json-schema.js';
import type { ToolParam } from '../../wire/tools/tool-param.js';
import { createTool } from '../create-tool.js';
import type { Tool, ToolHandler } from '../tool.js';

/**
 * Creates a tool whose definition the API knows. It is sent by its type and name, and its input is checked here with
 * the documented schema.
 */
export function clientTool<Name extends string, Input>(
  definition: ToolParam,
  name: Name,
  inputSchema: JsonObjectSchema,
  handler: ToolHandler<never>,
): Tool<Name, Input> {
  return createTool({ name, definition, description: undefined, inputSchema, schema: inputSchema, handler });
}
