/** Which tools of an MCP server are offered. */
export interface McpToolConfiguration {
  readonly enabled?: boolean | null | undefined;
  readonly allowed_tools?: readonly string[] | null | undefined;
}

/** An MCP server whose tools the model may call. Beta `mcp-client-2025-11-20`, with an `mcp_toolset` tool. */
export interface McpServer {
  readonly type: 'url';
  readonly name: string;
  readonly url: string;
  readonly authorization_token?: string | null | undefined;
  /** For beta `mcp-client-2025-04-04` only; later ones configure the `mcp_toolset`. */
  readonly tool_configuration?: McpToolConfiguration | null | undefined;
}
