import { contentBlockOf, contentBlocks } from '../content/content-blocks.js';
import type { KnownBeta } from '../wire/betas.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type LooseBlock, listOf, partsOf } from './draft/parts.js';

/** Fields that need a beta. */
const byField = {
  billing_policy: 'user-profiles-billing-2026-10-01',
  compaction: 'compact-2026-09-04',
  context_management: 'context-management-2025-06-27',
  fallback_credit_token: 'fallback-credit-2026-07-01',
  fallbacks: 'server-side-fallback-2026-07-01',
  output_format: 'structured-outputs-2025-12-15',
  thread: 'message-threads-2026-08-12',
} as const satisfies { readonly [Field in keyof MessagesRequestBody]?: KnownBeta };

/**
 * Tools, tool definitions and context edits that need a beta, by their `type`. For blocks, `content-blocks.ts` has the
 * betas.
 */
const byType: ReadonlyMap<unknown, KnownBeta> = new Map([
  ['advisor_20260301', 'advisor-tool-2026-03-01'],
  ['bash_20241022', 'computer-use-2024-10-22'],
  ['code_execution_20250522', 'code-execution-2025-05-22'],
  ['compact_20260112', 'compact-2026-01-12'],
  ['computer_20241022', 'computer-use-2024-10-22'],
  ['computer_20250124', 'computer-use-2025-01-24'],
  ['computer_20251124', 'computer-use-2025-11-24'],
  ['text_editor_20241022', 'computer-use-2024-10-22'],
  ['tool_definition', 'inline-tools-2026-09-15'],
]);

/**
 * The betas that later requests of a thread may need. The betas of a thread must not change between requests, and a
 * request that continues it contains neither its tools nor its messages, so they are sent from the first request on.
 */
const ofThreads: readonly KnownBeta[] = [
  'advisor-tool-2026-03-01',
  'inline-tools-2026-09-15',
  'mid-conversation-output-config-2026-07-01',
  'mid-conversation-system-clear-at-2026-08-21',
];

/** A beta with several versions, of which a request sends one. */
const family = /^(mcp-client|server-side-fallback|fallback-credit|structured-outputs)-/;

/**
 * The betas that the features of a body need, unless `named` has another version of the same beta.
 *
 * They are derived from the body, so a stored request has them as well. The body may contain anything, since JavaScript
 * callers may send any.
 */
export function requiredBetas(body: MessagesRequestBody, named: readonly string[] = []): readonly string[] {
  const betas = new Set<string>();
  const need = (isNeeded: unknown, beta: KnownBeta | undefined) => {
    if (!isNeeded || beta === undefined) return;
    const [name] = family.exec(beta) ?? [];
    if (name === undefined || !named.some((other) => other.startsWith(name))) betas.add(beta);
  };
  const { messages, output_config, thinking } = body;
  for (const [field, beta] of Object.entries(byField)) need(body[field as keyof typeof byField], beta);
  need(output_config?.task_budget, 'task-budgets-2026-03-13');
  need(fieldOf(thinking, 'display') === 'updates', 'thinking-display-updates-2026-08-18');
  need(fieldOf(thinking, 'block_binding'), 'thinking-binding-controls-2026-08-01');
  for (const message of listOf(messages)) {
    need(fieldOf(message, 'output_config'), 'mid-conversation-output-config-2026-07-01');
    need(fieldOf(message, 'clear_at'), 'mid-conversation-system-clear-at-2026-08-21');
  }
  const blocks = partsOf(body).map(({ block }) => block);
  for (const block of [...listOf(body.tools), ...listOf(body.context_management?.edits), ...blocks]) {
    for (const type of [block?.type, block?.tool?.type, block?.tool?.definition?.type])
      need(type, byType.get(type) ?? contentBlockOf(type)?.beta);
    need(block?.type === 'compaction', block?.signature ? 'compact-2026-09-04' : 'compact-2026-01-12');
  }
  need(true, mcpClientFor(body, blocks));
  for (const beta of [...ofThreads, contentBlocks.tool_addition.beta]) need(body.thread, beta);
  return [...betas];
}

/**
 * The version of the MCP connector's beta: the first supports only servers, the second needs a toolset for each server,
 * and the third accepts lists of a server's tools. A thread gets the third at once, since later requests may need it.
 */
function mcpClientFor(body: MessagesRequestBody, blocks: readonly LooseBlock[]): KnownBeta | undefined {
  const toolsets = listOf(body.tools).filter((tool) => tool?.type === 'mcp_toolset');
  const isListed = blocks.some(
    ({ type, tool }) => type === 'mcp_tool_listing' || tool?.definition?.type === 'mcp_toolset',
  );
  const isSpoken = blocks.some(({ type }) => type === 'mcp_tool_use' || type === 'mcp_tool_result');
  const hasServers = !!body.mcp_servers?.length;
  if (isListed || toolsets.some((toolset) => fieldOf(toolset, 'tools')) || (hasServers && body.thread))
    return 'mcp-client-2026-09-15';
  if (hasServers && toolsets.length === 0) return 'mcp-client-2025-04-04';
  return hasServers || isSpoken ? 'mcp-client-2025-11-20' : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[field];
}
