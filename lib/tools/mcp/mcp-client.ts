/**
 * The part of a client of `@modelcontextprotocol/sdk` that clust uses. clust does not depend on that package, and any
 * object of this shape works.
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

/** A client with prompts. */
export interface McpPromptClient {
  getPrompt(params: { name: string; arguments?: Record<string, string> }): Promise<{
    messages: { role: 'user' | 'assistant'; content: McpContent }[];
  }>;
}

/** A client with resources. */
export interface McpResourceClient {
  readResource(params: { uri: string }): Promise<{ contents: McpResourceContents[] }>;
}

/** The contents of a resource: text, or bytes in base64. */
export interface McpResourceContents {
  readonly uri: string;
  readonly mimeType?: string | undefined;
  readonly text?: string | undefined;
  readonly blob?: string | undefined;
}

/** Content of a tool result or a prompt of an MCP server. Other types may occur: an unknown type becomes text. */
export interface McpContent {
  readonly type: string;
  readonly [field: string]: unknown;
}
