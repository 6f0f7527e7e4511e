import { expect, test } from '@jest/globals';
import { ApiKey, ClientBuilder, document, MessagesRequest, MessagesRequestBuilder } from '../../lib/index.js';
import { raw, serve } from '../support/loopback.js';
import { answer, sse, textBlock } from '../support/streams.js';
import { unchecked } from '../support/unchecked.js';

const hello = MessagesRequestBuilder.create('claude-opus-5').maxTokens(64).user('Hello!');
const body = hello.toJSON();

/** The `anthropic-beta` header that a request goes out with. */
async function betasOf(request: MessagesRequest): Promise<string | undefined> {
  const events = raw(sse(...answer(textBlock(0, 'Hi'))), 200, { 'content-type': 'text/event-stream' });
  const server = await serve(events);
  const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
  await client.createMessageStream(request).finalMessage();
  return server.received[0]?.headers['anthropic-beta']?.toString();
}

test('a request of no beta feature names no beta', async () => {
  expect(await betasOf(hello.build())).toBeUndefined();
});

test('a step that rides on a beta adds its header', async () => {
  expect(await betasOf(hello.speed('fast').build())).toBe('fast-mode-2026-02-01');
  expect(await betasOf(hello.user([document({ file_id: 'file_1' })]).build())).toBe('files-api-2025-04-14');
  expect(await betasOf(hello.contextManagement({ edits: [{ type: 'compact_20260112' }] }).build())).toBe(
    'context-management-2025-06-27,compact-2026-01-12',
  );
});

test('betas asked for by name stand beside those that the body needs, each once', async () => {
  const request = hello.speed('fast').betas('my-beta-2026-01-01', 'fast-mode-2026-02-01').build();
  expect(await betasOf(request)).toBe('fast-mode-2026-02-01,my-beta-2026-01-01');
});

test('a stored request has the betas of its body', async () => {
  const stored = JSON.stringify(hello.speed('fast').build());
  expect(await betasOf(MessagesRequest.parse(stored))).toBe('fast-mode-2026-02-01');
});

test.each([
  [{ mcp_servers: [{ type: 'url', name: 'a', url: 'https://example.com' }] }, 'mcp-client-2025-11-20'],
  [{ compaction: { type: 'summarize' } }, 'compact-2026-09-04'],
  [{ container: { skills: [] } }, 'skills-2025-10-02'],
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
        ...(body.messages ?? []),
        { role: 'system', clear_at: 'never', output_config: { effort: 'low' } },
      ],
    },
    'mid-conversation-output-config-2026-07-01,mid-conversation-system-clear-at-2026-08-21',
  ],
])('%j rides on %s', async (fields, betas) => {
  expect(await betasOf(unchecked({ ...body, ...fields }))).toBe(betas);
});
