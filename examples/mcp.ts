// Uses the tools of an MCP server, which runs in this process: `node scripts/run.mjs examples/mcp.ts`.

import { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { Client, MessagesRequestBuilder, mcpTools } from 'clust';
import { z } from 'zod';

const calendar = new McpServer({ name: 'calendar', version: '1.0.0' });
calendar.registerTool(
  'list_events',
  { description: 'The events of a day.', inputSchema: { day: z.string() } },
  ({ day }) => ({ content: [{ type: 'text', text: `${day}: 10:00 Choir` }] }),
);

const [clientTransport, serverTransport] = InMemoryTransport.createLinkedPair();
const mcpClient = new McpClient({ name: 'example', version: '1.0.0' });
await Promise.all([calendar.connect(serverTransport), mcpClient.connect(clientTransport)]);

const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .tools(...(await mcpTools(mcpClient)))
  .user('What is on my calendar on Sunday?')
  .build();

const { message } = await Client.fromEnv().runTools(request);
console.log(message.text);
await mcpClient.close();
