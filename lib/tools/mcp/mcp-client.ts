/**
 * A client of `@modelcontextprotocol/sdk`, as far as it is needed here, or anything of that shape. The package is no
 * dependency of clust.
 */
export interface McpClient {
  listTools(params?: { cursor?: string }): Promise<{ tools: McpToolInfo[]; nextCursor?: string | undefined }>;
  callTool(
    params: { name: string; arguments?: Record<string, unknown> },
    resultSchema?: undefined,
    options?: { signal?: AbortSignal },
  ): Promise<unknown>;
}

/** A tool of an MCP server. */
export interface McpToolInfo {
  name: string;
  description?: string | undefined;
  inputSchema: { type: 'object'; [keyword: string]: unknown };
}

/** A client that has prompts. */
export interface McpPromptClient {
  getPrompt(params: { name: string; arguments?: Record<string, string> }): Promise<{
    messages: { role: 'user' | 'assistant'; content: McpContent }[];
  }>;
}

/** A client that has resources. */
export interface McpResourceClient {
  readResource(params: { uri: string }): Promise<{ contents: McpResourceContents[] }>;
}

/** What a resource holds: text, or bytes in base64. */
export interface McpResourceContents {
  readonly uri: string;
  readonly mimeType?: string | undefined;
  readonly text?: string | undefined;
  readonly blob?: string | undefined;
}

/** What a tool or a prompt of an MCP server gives. Open: a type that is new to this release becomes text. */
export interface McpContent {
  readonly type: string;
  readonly [field: string]: unknown;
}
