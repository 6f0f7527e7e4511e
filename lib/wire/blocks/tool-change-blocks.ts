import type { Cacheable } from '../cache-control.js';
import type { ToolParam } from '../tools/tool-param.js';

/** A tool of the request, by its name. */
export interface ToolNameReference {
  readonly type: 'tool_reference';
  readonly name: string;
}

/** One tool of an MCP server. */
export interface McpToolReference {
  readonly type: 'mcp_tool_reference';
  readonly name: string;
  readonly server_name: string;
}

/** All tools of an MCP server. */
export interface McpToolsetReference {
  readonly type: 'mcp_toolset_reference';
  readonly server_name: string;
}

/** A tool that is defined where it is added. Beta `inline-tools-2026-09-15`. */
export interface ToolDefinition {
  readonly type: 'tool_definition';
  readonly definition: ToolParam;
}

/** Adds a tool at this point of the conversation. Beta `mid-conversation-tool-changes-2026-07-01`. */
export interface ToolAdditionBlockParam extends Cacheable {
  readonly type: 'tool_addition';
  readonly tool: ToolNameReference | McpToolReference | McpToolsetReference | ToolDefinition;
}

/** Removes a tool at this point of the conversation. Beta `mid-conversation-tool-changes-2026-07-01`. */
export interface ToolRemovalBlockParam extends Cacheable {
  readonly type: 'tool_removal';
  readonly tool: ToolNameReference | McpToolReference | McpToolsetReference;
}
