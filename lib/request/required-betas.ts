import { rulesOf } from '../models/lookup.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** Fields that ride on a beta by being there. */
const byField = {
  billing_policy: 'user-profiles-billing-2026-10-01',
  compaction: 'compact-2026-09-04',
  context_management: 'context-management-2025-06-27',
  fallback_credit_token: 'fallback-credit-2026-07-01',
  fallbacks: 'server-side-fallback-2026-07-01',
  mcp_servers: 'mcp-client-2025-11-20',
  thread: 'message-threads-2026-08-12',
} as const satisfies { readonly [Field in keyof MessagesRequestBody]?: string };

/** Objects anywhere in the body that ride on a beta by their `type`. */
const byType: Readonly<Record<string, string>> = {
  advisor_20260301: 'advisor-tool-2026-03-01',
  bash_20241022: 'computer-use-2024-10-22',
  compact_20260112: 'compact-2026-01-12',
  computer_20241022: 'computer-use-2024-10-22',
  computer_20250124: 'computer-use-2025-01-24',
  computer_20251124: 'computer-use-2025-11-24',
  file: 'files-api-2025-04-14',
  text_editor_20241022: 'computer-use-2024-10-22',
  tool_addition: 'mid-conversation-tool-changes-2026-07-01',
  tool_removal: 'mid-conversation-tool-changes-2026-07-01',
};

/**
 * The betas that the features of a body ride on: the request names them by using them.
 *
 * They are read off the body, so a request that was stored and parsed has them as well.
 */
export function requiredBetas(body: MessagesRequestBody): readonly string[] {
  const betas: string[] = [];
  for (const [field, beta] of Object.entries(byField)) {
    if (body[field as keyof typeof byField] != null) betas.push(beta);
  }
  // A program without types may have left out anything.
  const { container, messages = [], output_config, speed, thinking } = body as Partial<MessagesRequestBody>;
  if (typeof container === 'object' && container?.skills != null) betas.push('skills-2025-10-02');
  if (output_config?.task_budget != null) betas.push('task-budgets-2026-03-13');
  if (speed === 'fast' && rulesOf(`${body.model}`)?.fast === 'beta') betas.push('fast-mode-2026-02-01');
  if (thinking && 'display' in thinking && thinking.display === 'updates') {
    betas.push('thinking-display-updates-2026-08-18');
  }
  if (thinking && 'block_binding' in thinking) betas.push('thinking-binding-controls-2026-08-01');
  for (const message of messages) {
    if (message.role !== 'system') continue;
    if (message.output_config != null) betas.push('mid-conversation-output-config-2026-07-01');
    if (message.clear_at != null) betas.push('mid-conversation-system-clear-at-2026-08-21');
  }
  collect(body.tools, betas);
  collect(body.context_management?.edits, betas);
  for (const { content } of messages) collect(content, betas);
  return betas;
}

/** Looks at blocks, at their sources, and at the blocks in a tool's result. */
function collect(parts: unknown, betas: string[]): void {
  if (!Array.isArray(parts)) return;
  for (const part of parts) {
    const beta = byType[part?.type] ?? byType[part?.source?.type];
    if (beta !== undefined) betas.push(beta);
    if (part?.type === 'tool_result') collect(part.content, betas);
  }
}
