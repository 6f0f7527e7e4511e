import type { McpServer } from '../../wire/mcp-server.js';

/** The names of the request's MCP servers, which its toolsets refer to. */
export type McpServersPatch<State, Servers extends readonly McpServer[]> = {
  readonly mcpServers: Before<State> | Servers[number]['name'];
};

type Before<State> = State extends { readonly mcpServers: infer Names } ? Names : never;
