import { toDraft2020 } from '../../schema/draft-2020-12.js';
import { assertReadable } from '../../schema/walk-schema.js';
import type { MessageParam } from '../../wire/message-param.js';
import { defineTool } from '../define-tool.js';
import type { Tool } from '../tool.js';
import { ToolFailure } from '../tool-failure.js';
import type { ToolWireOptions } from '../tool-options.js';
import type { McpClient, McpContent, McpPromptClient, McpResourceClient, McpToolInfo } from './mcp-client.js';
import { type McpBlock, mcpBlock, mcpResourceBlock } from './mcp-content.js';

/** Which tools of an MCP server to use, and how. */
export interface McpToolsOptions extends Pick<ToolWireOptions, 'cache_control' | 'defer_loading'> {
  /** Added before each name, for servers with tools of the same name. */
  readonly prefix?: string | undefined;
  /** The names of the tools to use. Default: all. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Converts the tools of a connected MCP server to tools of a request. A call is sent to the server, and its output is
 * the result. A failure that the server reports goes to the model with all its content.
 *
 * Characters in a name that the API does not accept are replaced by `_`. A draft-07 schema is converted to draft
 * 2020-12.
 *
 * @throws {ValidationError} For a schema that contains itself, or has more than 500 levels. The path starts with the
 * name of the tool.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, mcpTools, type McpClient } from 'clust';
 *
 * declare const server: McpClient; // a connected Client of @modelcontextprotocol/sdk
 *
 * const tools = await mcpTools(server, { prefix: 'calendar_' });
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).tools(...tools);
 * ```
 */
export async function mcpTools(client: McpClient, options: McpToolsOptions = {}): Promise<readonly Tool[]> {
  const { prefix = '', only, ...wire } = options;
  const infos = await allTools(client);
  return infos
    .filter(({ name }) => only === undefined || only.includes(name))
    .map(({ name, description, inputSchema }) => {
      assertReadable(inputSchema, `${name}.inputSchema`);
      const { $schema: _, ...input } = inputSchema;
      return defineTool({
        name: `${prefix}${name}`.replace(/[^\w-]/g, '_').slice(0, 128),
        description,
        input: { ...toDraft2020(input), type: 'object' },
        wire,
        run: async (args: Record<string, unknown>, { signal }) =>
          toOutput(await client.callTool({ name, arguments: args }, undefined, { signal })),
      });
    });
}

/**
 * Converts a prompt of an MCP server to turns of a conversation, for `messages()` of a request.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, mcpPrompt, type McpPromptClient } from 'clust';
 *
 * declare const server: McpPromptClient;
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .messages(await mcpPrompt(server, 'review', { language: 'TypeScript' }))
 *   .build();
 * ```
 */
export async function mcpPrompt(
  client: McpPromptClient,
  name: string,
  args: Record<string, string> = {},
): Promise<readonly MessageParam[]> {
  const { messages } = await client.getPrompt({ name, arguments: args });
  return messages.map(({ role, content }): MessageParam => {
    const block = mcpBlock(content);
    if (role === 'user') return { role, content: [block] };
    // An assistant turn takes text only; for other content its type is named.
    const text = block.type === 'text' ? block : { type: 'text' as const, text: `(${block.type})` };
    return { role, content: [text] };
  });
}

/**
 * Reads a resource of an MCP server and returns it as blocks of a user turn.
 *
 * @example
 * ```ts
 * import { Message, mcpResource, text, type McpResourceClient } from 'clust';
 *
 * declare const server: McpResourceClient;
 *
 * const question = Message.user([...(await mcpResource(server, 'file:///notes.md')), text('What is still to do?')]);
 * ```
 */
export async function mcpResource(client: McpResourceClient, uri: string): Promise<readonly McpBlock[]> {
  const { contents } = await client.readResource({ uri });
  return contents.map(mcpResourceBlock);
}

async function allTools(client: McpClient): Promise<McpToolInfo[]> {
  const tools: McpToolInfo[] = [];
  const cursors = new Set<string | undefined>();
  let cursor: string | undefined;
  // A server that repeats a cursor would return the same pages forever.
  while (!cursors.has(cursor)) {
    cursors.add(cursor);
    const page = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  }
  return tools;
}

/** The output of a call: its blocks, or its structured content if there are none. */
function toOutput(result: unknown): unknown {
  const { content, structuredContent, isError } = Object(result) as {
    readonly content?: readonly McpContent[];
    readonly structuredContent?: unknown;
    readonly isError?: boolean;
  };
  const blocks = (content ?? []).map(mcpBlock);
  if (isError === true) throw new ToolFailure(blocks.length > 0 ? blocks : 'The server does not say why.');
  return blocks.length > 0 ? blocks : structuredContent;
}
