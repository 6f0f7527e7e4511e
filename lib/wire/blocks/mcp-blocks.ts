import type { Cacheable } from '../cache-control.js';
import type { TextBlockParam } from './text-block.js';

/** The model calls a tool of an MCP server. Beta `mcp-client-2025-11-20`. */
export interface McpToolUseBlock {
  readonly type: 'mcp_tool_use';
  readonly id: string;
  readonly name: string;
  readonly server_name: string;
  readonly input: unknown;
}

/** An `mcp_tool_use` block, sent back. */
export interface McpToolUseBlockParam extends McpToolUseBlock, Cacheable {}

/** The result of a tool of an MCP server. */
export interface McpToolResultBlock {
  readonly type: 'mcp_tool_result';
  readonly tool_use_id: string;
  readonly content?: string | readonly TextBlockParam[] | undefined;
  readonly is_error?: boolean | undefined;
}

/** An `mcp_tool_result` block, sent back. */
export interface McpToolResultBlockParam extends McpToolResultBlock, Cacheable {}

/** A tool in the list of its MCP server. */
export interface McpTool {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly input_schema: { readonly [keyword: string]: unknown };
}

/** The tools of an MCP server. Sent back, it saves the API another request to the server. */
export interface McpToolListingBlock {
  readonly type: 'mcp_tool_listing';
  readonly mcp_server_name: string;
  readonly tools: readonly McpTool[];
}
