import type { Domains } from '../../request/rules/domains.js';
import type { Because } from '../../wire/because.js';
import type { AdvisorTool } from '../../wire/tools/advisor-tool.js';
import type { CodeExecutionTool } from '../../wire/tools/code-execution-tool.js';
import type { McpToolset } from '../../wire/tools/mcp-toolset.js';
import type { ToolSearchBm25Tool, ToolSearchRegexTool } from '../../wire/tools/tool-search-tool.js';
import type { WebFetchTool } from '../../wire/tools/web-fetch-tool.js';
import type { WebSearchTool } from '../../wire/tools/web-search-tool.js';

/** The versions of a tool, as its `type` names them: `20260318`. */
type VersionOf<Tool extends { readonly type: string }> = Tool['type'] extends `${string}_${infer Rest}`
  ? Dated<Rest>
  : never;
type Dated<Text extends string> = Text extends `${string}_${infer Rest}` ? Dated<Rest> : Text;

/** The tool of a version; every field that this version takes. */
type OfVersion<Tool, Version extends string> = Tool extends { readonly type: infer Type }
  ? Extract<Type, `${string}_${Version}`> extends never
    ? never
    : Omit<Tool, 'type'> & { readonly type: Extract<Type, `${string}_${Version}`> }
  : never;

/** What is sent beside the type and the name, and which version is meant. */
type Options<Tool, Version extends string> = Omit<OfVersion<Tool, Version>, 'type' | 'name'> & {
  readonly version?: Version | undefined;
};

type DomainList = readonly string[] | null | undefined;

/** The same for a tool of the web, whose domains are allowed or blocked; the sentence where literal lists do both. */
type WebOptions<Tool, Version extends string, Allowed, Blocked> = Omit<
  Options<Tool, Version>,
  'allowed_domains' | 'blocked_domains'
> & {
  /** Not together with `blocked_domains`. */
  readonly allowed_domains?: Allowed;
  readonly blocked_domains?: [BothLists<Allowed, Blocked>] extends [never]
    ? Blocked
    : NoInfer<Because<BothLists<Allowed, Blocked>>>;
};

type BothLists<Allowed, Blocked> = Domains<{
  readonly allowed_domains: Allowed;
  readonly blocked_domains: Blocked;
}>;

/**
 * A search of the web that the API runs; the newest version unless another is asked for.
 *
 * Sends `{"type": "web_search_20260318", "name": "web_search"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, webSearch } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(webSearch({ max_uses: 3 }));
 * ```
 */
export function webSearch<
  const Version extends VersionOf<WebSearchTool> = '20260318',
  const Allowed extends DomainList = undefined,
  const Blocked extends DomainList = undefined,
>(options?: WebOptions<WebSearchTool, Version, Allowed, Blocked>): OfVersion<WebSearchTool, Version>;
export function webSearch(options: object = {}): WebSearchTool {
  return define('web_search', 'web_search', '20260318', options);
}

/**
 * Pages and PDFs that the API fetches; the newest version unless another is asked for.
 *
 * Sends `{"type": "web_fetch_20260318", "name": "web_fetch"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, webFetch } from 'clust';
 *
 * const fetchTool = webFetch({ version: '20250910', allowed_domains: ['example.com'] });
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(fetchTool);
 * ```
 */
export function webFetch<
  const Version extends VersionOf<WebFetchTool> = '20260318',
  const Allowed extends DomainList = undefined,
  const Blocked extends DomainList = undefined,
>(options?: WebOptions<WebFetchTool, Version, Allowed, Blocked>): OfVersion<WebFetchTool, Version>;
export function webFetch(options: object = {}): WebFetchTool {
  return define('web_fetch', 'web_fetch', '20260318', options);
}

/**
 * Code and commands that the API runs in a container; the newest version unless another is asked for.
 *
 * Sends `{"type": "code_execution_20260521", "name": "code_execution"}` and the options.
 *
 * @example
 * ```ts
 * import { codeExecution, MessagesRequestBuilder } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(codeExecution());
 * ```
 */
export function codeExecution<const Version extends VersionOf<CodeExecutionTool> = '20260521'>(
  options: Options<CodeExecutionTool, Version> = {} as Options<CodeExecutionTool, Version>,
): OfVersion<CodeExecutionTool, Version> {
  return define('code_execution', 'code_execution', '20260521', options);
}

/**
 * Finds tools with `defer_loading` by a pattern.
 *
 * Sends `{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"}` and the options.
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
): ToolSearchRegexTool & { readonly type: 'tool_search_tool_regex_20251119' } {
  return define('tool_search_tool_regex', 'tool_search_tool_regex', '20251119', options);
}

/**
 * Finds tools with `defer_loading` by words.
 *
 * Sends `{"type": "tool_search_tool_bm25_20251119", "name": "tool_search_tool_bm25"}` and the options.
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
): ToolSearchBm25Tool & { readonly type: 'tool_search_tool_bm25_20251119' } {
  return define('tool_search_tool_bm25', 'tool_search_tool_bm25', '20251119', options);
}

/**
 * Another model that the model may ask. Beta `advisor-tool-2026-03-01`.
 *
 * Sends `{"type": "advisor_20260301", "name": "advisor", "model": "…"}` and the options.
 *
 * @example
 * ```ts
 * import { advisor, MessagesRequestBuilder } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .betas('advisor-tool-2026-03-01')
 *   .tools(advisor({ model: 'claude-opus-5-5', max_uses: 2 }));
 * ```
 */
export function advisor(options: Omit<AdvisorTool, 'type' | 'name'>): AdvisorTool {
  return define('advisor', 'advisor', '20260301', options);
}

/**
 * The tools of one of the request's `mcpServers()`, by the server's name. Beta `mcp-client-2025-11-20`.
 *
 * Sends `{"type": "mcp_toolset", "mcp_server_name": "…"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, mcpToolset } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .betas('mcp-client-2025-11-20')
 *   .mcpServers({ type: 'url', name: 'calendar', url: 'https://example.com/mcp' })
 *   .tools(mcpToolset('calendar', { default_config: { defer_loading: true } }));
 * ```
 */
export function mcpToolset<const Server extends string>(
  server: Server,
  options: Omit<McpToolset, 'type' | 'mcp_server_name'> = {},
): McpToolset & { readonly mcp_server_name: Server } {
  return Object.freeze({ type: 'mcp_toolset', mcp_server_name: server, ...options });
}

/** The object that is sent: frozen, and of exactly the type that the signature names. */
function define<Tool>(family: string, name: string, newest: string, options: object): Tool {
  const { version = newest, ...fields }: { readonly version?: string } = options;
  return Object.freeze({ type: `${family}_${version}`, name, ...fields }) as Tool;
}
