import { afterEach, describe, expect, test } from '@jest/globals';
import { Client as McpSdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import {
  MessagesRequestBuilder,
  mcpBlock,
  mcpPrompt,
  mcpResource,
  mcpTools,
  ToolList,
} from '../../lib/index.js';
import { answers, calls, clientFor, says, sentTo } from './support.js';

const png = 'iVBORw0KGgo=';

function calendar(): McpServer {
  const server = new McpServer({ name: 'calendar', version: '1.0.0' });
  server.registerTool(
    'events.list',
    {
      description: 'The events of a day.',
      inputSchema: { day: z.string(), limit: z.number().max(9).optional() },
    },
    ({ day }) => ({
      content: [
        { type: 'text', text: `On ${day}: nothing.` },
        { type: 'image', data: png, mimeType: 'image/png' },
      ],
    }),
  );
  server.registerTool(
    'draw',
    { inputSchema: { at: z.tuple([z.number(), z.number()]), items: z.any().meta({ enum: [['a', 'b']] }) } },
    ({ at }) => ({ content: [{ type: 'text', text: `Drawn at ${at}.` }] }),
  );
  server.registerTool('fail', {}, () => ({
    content: [
      { type: 'text', text: 'The calendar is closed:' },
      { type: 'image', data: png, mimeType: 'image/png' },
    ],
    isError: true,
  }));
  server.registerPrompt('plan', { argsSchema: { day: z.string() } }, ({ day }) => ({
    messages: [
      { role: 'user', content: { type: 'text', text: `Plan ${day}.` } },
      { role: 'assistant', content: { type: 'text', text: 'Gladly.' } },
    ],
  }));
  server.registerResource('notes', 'notes://today', { mimeType: 'text/plain' }, () => ({
    contents: [{ uri: 'notes://today', mimeType: 'text/plain', text: 'Buy milk.' }],
  }));
  return server;
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function connected(): Promise<McpSdkClient> {
  const [left, right] = InMemoryTransport.createLinkedPair();
  const server = calendar();
  const client = new McpSdkClient({ name: 'test', version: '1.0.0' });
  await Promise.all([server.connect(left), client.connect(right)]);
  open.push(client, server);
  return client;
}

describe('the tools of a real MCP server', () => {
  test('have the descriptions and schemas of the server, and names that the API accepts', async () => {
    const tools = await mcpTools(await connected(), { prefix: 'cal_', only: ['events.list'] });
    expect(tools.map(({ definition }) => definition)).toEqual([
      {
        name: 'cal_events_list',
        description: 'The events of a day.',
        input_schema: expect.objectContaining({
          type: 'object',
          properties: { day: { type: 'string' }, limit: { type: 'number', maximum: 9 } },
          required: ['day'],
        }),
      },
    ]);
  });

  test('have tuples in the form of draft 2020-12, because the API refuses the form of draft-07', async () => {
    const [draw] = await mcpTools(await connected(), { only: ['draw'] });
    expect(draw?.input_schema.properties).toMatchObject({
      at: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] },
      items: { enum: [['a', 'b']] },
    });
    const drawn = {
      type: 'tool_use',
      id: 'toolu_0',
      name: 'draw',
      input: { at: [1, 2], items: ['a', 'b'] },
    } as const;
    expect(await ToolList.of(...(draw ? [draw] : [])).call(drawn)).toMatchObject({
      content: [{ type: 'text', text: 'Drawn at 1,2.' }],
    });
  });

  test('run on the server, and return text and images as blocks even when they fail', async () => {
    const tools = await mcpTools(await connected());
    const server = await answers(
      false,
      calls({ events_list: { day: 'Sunday' } }, { fail: {} }),
      says('Nothing.'),
    );
    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(99)
      .tools(...tools)
      .user('Sunday?')
      .build();
    await clientFor(server).runTools(request);
    expect(sentTo(server)[1].messages.at(-1).content).toEqual([
      {
        type: 'tool_result',
        tool_use_id: 'toolu_0',
        content: [
          { type: 'text', text: 'On Sunday: nothing.' },
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } },
        ],
      },
      {
        type: 'tool_result',
        tool_use_id: 'toolu_1',
        content: [
          { type: 'text', text: 'The calendar is closed:' },
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } },
        ],
        is_error: true,
      },
    ]);
  });

  test('return the error of the server about an invalid input', async () => {
    const list = ToolList.of(...(await mcpTools(await connected())));
    const result = await list.call({
      type: 'tool_use',
      id: 'toolu_1',
      name: 'events_list',
      input: { day: 'Sunday', limit: 10 },
    });
    expect(result).toMatchObject({
      is_error: true,
      content: [{ type: 'text', text: expect.stringMatching(/limit/) }],
    });
  });
});

test('a prompt of an MCP server becomes the turns of a request', async () => {
  const turns = await mcpPrompt(await connected(), 'plan', { day: 'Sunday' });
  expect(turns).toEqual([
    { role: 'user', content: [{ type: 'text', text: 'Plan Sunday.' }] },
    { role: 'assistant', content: [{ type: 'text', text: 'Gladly.' }] },
  ]);
});

test('a resource of an MCP server becomes a document', async () => {
  expect(await mcpResource(await connected(), 'notes://today')).toEqual([
    {
      type: 'document',
      source: { type: 'text', media_type: 'text/plain', data: 'Buy milk.' },
      title: 'notes://today',
    },
  ]);
});

test.each([
  [{ type: 'audio', data: '', mimeType: 'audio/wav' }, '(audio of type audio/wav, which cannot be shown)'],
  [{ type: 'resource_link', uri: 'notes://today', name: 'Notes' }, 'Notes: notes://today'],
  [{ type: 'text', text: '' }, '(nothing)'],
  [{ type: 'hologram' }, '(hologram, which cannot be shown)'],
  [
    { type: 'resource', resource: { uri: 'x://y', mimeType: 'video/mp4', blob: '' } },
    '(x://y of type video/mp4, which cannot be shown)',
  ],
])('content that the API has no block for becomes text: %j', (content, text) => {
  expect(mcpBlock(content)).toEqual({ type: 'text', text });
});

test('an image and a PDF in a resource become an image block and a document block', () => {
  const resource = (mimeType: string) =>
    mcpBlock({ type: 'resource', resource: { uri: 'x://y', mimeType, blob: png } });
  expect(resource('image/png')).toMatchObject({ type: 'image', source: { media_type: 'image/png' } });
  expect(resource('application/pdf')).toMatchObject({ type: 'document', source: { type: 'base64' } });
});
