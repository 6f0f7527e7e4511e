/** Names that clust leaves out on purpose, and that are not reported. */
export const excludedNames = new Set([
  // Sent as headers.
  ...['betas', 'user_profile_id', 'workspace_id'],
  // Of other products of the official SDK.
  ...['memory_path_conflict_error', 'memory_precondition_failed_error'],
  'admin-user-sign-out-2026-10-08',
  'agent-memory-2026-07-22',
  'analytics-usage-cost-2026-08-24',
  'ce-claude-code-managed-settings-2026-10-06',
  'ce-plugins-2026-09-01',
  'ce-user-management-2026-07-13',
  'dreaming-2026-04-21',
  'efs-2026-10-01',
  'experimental-claude-tag-2026-10-21',
  'google-managed-data-controls-2026-09-01',
  'managed-agents-2026-04-01',
  'mcp-tunnels-2026-06-22',
  'spend-limit-reads-2026-09-26',
  'telemetry-destinations-2026-08-11',
  'user-profiles-2026-03-24',
  'webhooks-2026-10-07',
  // Betas that `@ai-sdk/anthropic` sends for features that need no beta in the official SDK.
  'advanced-tool-use-2025-11-20',
  'code-execution-2025-08-25',
  'code-execution-web-tools-2026-02-09',
  'dangerous-tool-use-2026-09-03',
  'mid-conversation-system-2026-04-07',
  'web-fetch-2025-09-10',
  // Types of edits in `context_management`, which match the pattern for tools.
  'clear_thinking_20251015',
  'clear_tool_uses_20250919',
  'compact_20260112',
  // The sources disagree on the date.
  'claude-mythos-preview 2026-06-30',
]);

/** Groups of endpoints for which clust has no methods. `client.raw()` can call them. */
export const otherEndpoints = new Set([
  'agents',
  'compliance',
  'deployment_runs',
  'deployments',
  'dreams',
  'environments',
  'memory_stores',
  'organizations',
  'sessions',
  'skills',
  'tunnels',
  'user_profiles',
  'vaults',
]);

/** Fields of the official types that clust does not declare, or declares differently, each with the reason. */
export const differsOnPurpose = {
  'request betas': 'a header: `betas()`',
  'request user_profile_id': 'a header: `headers()`',
  'request workspace_id': 'a header: `headers()`',
};
