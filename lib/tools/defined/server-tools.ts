import type { AdvisorTool } from '../../wire/tools/advisor-tool.js';
import type { CodeExecutionTool } from '../../wire/tools/code-execution-tool.js';
import type { McpToolset } from '../../wire/tools/mcp-toolset.js';
import type { ToolSearchBm25Tool, ToolSearchRegexTool } from '../../wire/tools/tool-search-tool.js';
import { provideRunner } from '../provide-runner.js';
import type { Newest, NewestType } from './newest.js';
import { type OfVersion, type VersionedOptions, type VersionOf, versionedTool } from './versioned-tool.js';

/**
 * Code and commands that the API runs in a container; the newest version unless you select another.
 *
 * Sends `{"type": "code_execution_…", "name": "code_execution"}` and the options.
 *
 * @example
 * ```ts
 * import { codeExecution, MessagesRequestBuilder } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(codeExecution());
 * ```
 */
export function codeExecution<const Version extends VersionOf<CodeExecutionTool> = Newest['code_execution']>(
  options?: VersionedOptions<CodeExecutionTool, Version>,
): OfVersion<CodeExecutionTool, NoInfer<Version>>;
export function codeExecution(options: object = {}): CodeExecutionTool {
  return versionedTool('code_execution', options);
}

/**
 * Finds tools with `defer_loading` by a regular expression.
 *
 * Sends `{"type": "tool_search_tool_regex_…", "name": "tool_search_tool_regex"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, toolSearchRegex } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(toolSearchRegex());
 * ```
 */
export function toolSearchRegex(
  options: Omit<ToolSearchRegexTool, 'type' | 'name'> = {},
): ToolSearchRegexTool & { readonly type: NewestType<'tool_search_tool_regex'> } {
  return versionedTool('tool_search_tool_regex', options);
}

/**
 * Finds tools with `defer_loading` by words.
 *
 * Sends `{"type": "tool_search_tool_bm25_…", "name": "tool_search_tool_bm25"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, toolSearchBm25 } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(toolSearchBm25());
 * ```
 */
export function toolSearchBm25(
  options: Omit<ToolSearchBm25Tool, 'type' | 'name'> = {},
): ToolSearchBm25Tool & { readonly type: NewestType<'tool_search_tool_bm25'> } {
  return versionedTool('tool_search_tool_bm25', options);
}

/**
 * Another model that the model may ask for advice. clust sends the beta `advisor-tool-2026-03-01`.
 *
 * Sends `{"type": "advisor_…", "name": "advisor", "model": "…"}` and the options.
 *
 * @example
 * ```ts
 * import { advisor, MessagesRequestBuilder } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .tools(advisor({ model: 'claude-opus-5-5', max_uses: 2 }));
 * ```
 */
export function advisor(options: Omit<AdvisorTool, 'type' | 'name'>): AdvisorTool {
  return versionedTool('advisor', options);
}

/**
 * The tools of one of the request's `mcpServers()`, by the server's name. clust sends the beta of the MCP connector.
 *
 * Sends `{"type": "mcp_toolset", "mcp_server_name": "…"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, mcpToolset } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .mcpServers({ type: 'url', name: 'calendar', url: 'https://example.com/mcp' })
 *   .tools(mcpToolset('calendar', { default_config: { defer_loading: true } }));
 * ```
 */
export function mcpToolset<const Server extends string>(
  server: Server,
  options: Omit<McpToolset, 'type' | 'mcp_server_name'> = {},
): McpToolset & { readonly mcp_server_name: Server } {
  return Object.freeze(provideRunner({ type: 'mcp_toolset' as const, mcp_server_name: server, ...options }));
}
