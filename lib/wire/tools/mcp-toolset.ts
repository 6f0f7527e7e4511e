import type { McpTool } from '../blocks/mcp-blocks.js';
import type { Cacheable } from '../cache-control.js';

/** The settings of one tool of an MCP server. */
export interface McpToolConfig {
  readonly enabled?: boolean | undefined;
  readonly defer_loading?: boolean | undefined;
}

/** The tools of one of the request's `mcp_servers`. Beta `mcp-client-2025-11-20`. */
export interface McpToolset extends Cacheable {
  readonly type: 'mcp_toolset';
  readonly mcp_server_name: string;
  readonly default_config?: McpToolConfig | undefined;
  readonly configs?: { readonly [tool: string]: McpToolConfig } | null | undefined;
  /** The server's tools, which saves the API a request to the server. Beta `mcp-client-2026-09-15`. */
  readonly tools?: readonly McpTool[] | null | undefined;
}
