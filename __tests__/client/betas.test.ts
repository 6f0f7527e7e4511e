import { expect, test } from '@jest/globals';
import {
  ApiKey,
  ClientBuilder,
  defineModel,
  MessagesRequest,
  MessagesRequestBuilder,
} from '../../lib/index.js';
import { raw, serve } from '../support/loopback.js';
import { answer, sse, textBlock } from '../support/streams.js';

const hello = MessagesRequestBuilder.create('claude-opus-5').maxTokens(64).user('Hello!');
const mcpServer = { type: 'url', name: 'a', url: 'https://example.com' };
const says = (block: object) => ({ messages: [{ role: 'system', content: [block] }] });

/** The `anthropic-beta` header that a request is sent with. */
async function betasOf(request: MessagesRequest): Promise<string | undefined> {
  const events = raw(sse(...answer(textBlock(0, 'Hi'))), 200, { 'content-type': 'text/event-stream' });
  const server = await serve(events);
  const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
  await client.createMessageStream(request).finalMessage();
  return server.received[0]?.headers['anthropic-beta']?.toString();
}

test('a request without beta features has no anthropic-beta header', async () => {
  expect(await betasOf(hello.build())).toBeUndefined();
});

test('a builder step that needs a beta adds it to the header', async () => {
  expect(await betasOf(hello.speed('fast').build())).toBe('fast-mode-2026-02-01');
  expect(await betasOf(hello.contextManagement({ edits: [{ type: 'compact_20260112' }] }).build())).toBe(
    'context-management-2025-06-27,compact-2026-01-12',
  );
});

test('betas() adds to the betas that the body needs, without duplicates', async () => {
  const request = hello.speed('fast').betas('my-beta-2026-01-01', 'fast-mode-2026-02-01').build();
  expect(await betasOf(request)).toBe('fast-mode-2026-02-01,my-beta-2026-01-01');
});

test('a beta that betas() names in another version replaces the version for the body', async () => {
  const server = { type: 'url', name: 'docs', url: 'https://example.com' } as const;
  const toolset = { type: 'mcp_toolset', mcp_server_name: 'docs' } as const;
  const request = hello.mcpServers(server).tools(toolset);
  expect(await betasOf(request.build())).toBe('mcp-client-2025-11-20');
  expect(await betasOf(request.betas('mcp-client-2026-09-15').build())).toBe('mcp-client-2026-09-15');
});

test('a model that is defined like another needs the same beta for its speed', async () => {
  const mine = defineModel({ id: 'team/opus', like: 'claude-opus-5' });
  expect(await betasOf(hello.model(mine).speed('fast').build())).toBe('fast-mode-2026-02-01');
  expect(await betasOf(hello.model('claude-opus-5-5').speed('fast').build())).toBeUndefined();
});

test('a model that needs a beta for speed() needs it for standard speed, and also if it ignores fast speed', async () => {
  expect(await betasOf(hello.model('claude-opus-5').speed('standard').build())).toBe('fast-mode-2026-02-01');
  expect(await betasOf(hello.model('claude-opus-4-6').speed('fast').build())).toBe('fast-mode-2026-02-01');
});

test('a parsed request is sent with the betas that its body needs', async () => {
  const stored = JSON.stringify(hello.speed('fast').build());
  expect(await betasOf(MessagesRequest.parse(stored))).toBe('fast-mode-2026-02-01');
});

test.each([
  // Without a toolset, only the first version of the connector accepts a server.
  [{ mcp_servers: [mcpServer] }, 'mcp-client-2025-04-04'],
  [
    { mcp_servers: [mcpServer], tools: [{ type: 'mcp_toolset', mcp_server_name: 'a' }] },
    'mcp-client-2025-11-20',
  ],
  [
    { mcp_servers: [mcpServer], tools: [{ type: 'mcp_toolset', mcp_server_name: 'a', tools: [] }] },
    'mcp-client-2026-09-15',
  ],
  [{ fallback_credit_token: 'token' }, 'fallback-credit-2026-07-01'],
  [{ billing_policy: { type: 'billing_policy' } }, 'user-profiles-billing-2026-10-01'],
  [{ output_format: { type: 'json_schema', schema: {} } }, 'structured-outputs-2025-12-15'],
  [{ container: { id: 'container_1' } }, undefined],
  [{ container: 'container_1' }, undefined],
  [
    {
      tools: [
        { type: 'computer_20251124' },
        { type: 'bash_20241022' },
        { type: 'computer_toolset_20260801' },
      ],
    },
    'computer-use-2025-11-24,computer-use-2024-10-22',
  ],
  [{ tools: [{ type: 'constructor' }] }, undefined],
  [
    says({ type: 'tool_result', content: [{ type: 'image', source: { type: 'file', file_id: 'file_1' } }] }),
    undefined,
  ],
  [says({ type: 'container_upload', file_id: 'file_1' }), undefined],
  [says({ type: 'fallback', from: { model: 'a' }, to: { model: 'b' } }), 'server-side-fallback-2026-07-01'],
  [
    says({ type: 'mcp_tool_use', id: 'mcptoolu_1', name: 'f', server_name: 'a', input: {} }),
    'mcp-client-2025-11-20',
  ],
  [says({ type: 'mcp_tool_result', tool_use_id: 'mcptoolu_1' }), 'mcp-client-2025-11-20'],
  [says({ type: 'mcp_tool_listing', server_name: 'a', tools: [] }), 'mcp-client-2026-09-15'],
  [says({ type: 'compaction', content: 'So far.', signature: 'EuYB' }), 'compact-2026-09-04'],
  [says({ type: 'compaction', content: 'So far.' }), 'compact-2026-01-12'],
  [
    says({ type: 'tool_addition', tool: { type: 'tool_definition', definition: {} } }),
    'mid-conversation-tool-changes-2026-07-01,inline-tools-2026-09-15',
  ],
  [
    says({ type: 'tool_removal', tool: { type: 'tool_reference', name: 'f' } }),
    'mid-conversation-tool-changes-2026-07-01',
  ],
  [{ messages: 7, tools: 'none', mcp_servers: null }, undefined],
  [{ compaction: { type: 'summarize' } }, 'compact-2026-09-04'],
  [{ container: { skills: [] } }, undefined],
  [{ output_config: { task_budget: { type: 'tokens', total: 20_000 } } }, 'task-budgets-2026-03-13'],
  [{ thinking: { type: 'adaptive', display: 'updates' } }, 'thinking-display-updates-2026-08-18'],
  [{ thinking: { type: 'adaptive', block_binding: {} } }, 'thinking-binding-controls-2026-08-01'],
  [
    { tools: [{ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' }] },
    'advisor-tool-2026-03-01',
  ],
  [{ fallbacks: 'default' }, 'server-side-fallback-2026-07-01'],
  [
    {
      messages: [
        ...(hello.toJSON().messages ?? []),
        { role: 'system', clear_at: 'never', output_config: { effort: 'low' } },
      ],
    },
    'mid-conversation-output-config-2026-07-01,mid-conversation-system-clear-at-2026-08-21',
  ],
])('%j is sent with anthropic-beta %s', async (fields, betas) => {
  // No rule checks what `extraBody()` sets, so any body is sent.
  expect(await betasOf(hello.extraBody(fields).build())).toBe(betas);
});

test('all requests of a thread are sent with the same betas, even if their bodies differ', async () => {
  const server = { mcp_servers: [mcpServer] };
  const create = {
    ...server,
    thread: { type: 'create' },
    tools: [
      { type: 'mcp_toolset', mcp_server_name: 'a' },
      { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' },
    ],
    ...says({ type: 'image', source: { type: 'file', file_id: 'file_1' } }),
  };
  const continuation = { ...server, thread: { type: 'continue', previous_message_id: 'msg_1' } };
  const resume = { ...continuation, messages: [] };
  const [first = '', ...others] = await Promise.all(
    [create, continuation, resume].map((fields) => betasOf(hello.extraBody(fields).build())),
  );
  const sorted = (betas = '') => betas.split(',').toSorted();
  expect(sorted(first)).toEqual(
    expect.arrayContaining([
      'advisor-tool-2026-03-01',
      'mcp-client-2026-09-15',
      'message-threads-2026-08-12',
    ]),
  );
  for (const other of others) expect(sorted(other)).toEqual(sorted(first));
});

test('the beta of an old computer tool is sent with every request of a thread if betas() names it', async () => {
  const tool = { type: 'computer_20250124', name: 'computer', display_width_px: 800, display_height_px: 600 };
  const create = { thread: { type: 'create' }, tools: [tool] };
  const continuation = { thread: { type: 'continue', previous_message_id: 'msg_1' } };
  const named = hello.betas('computer-use-2025-01-24');
  const [first, other] = await Promise.all(
    [create, continuation].map(async (fields) =>
      (await betasOf(named.extraBody(fields).build()))?.split(',').toSorted(),
    ),
  );
  expect(first).toContain('computer-use-2025-01-24');
  expect(other).toEqual(first);
});
