import type { KnownBeta } from '../wire/betas.js';
import type { AssistantContentBlock } from '../wire/blocks/assistant-content.js';
import type { SystemContentBlock } from '../wire/blocks/system-content.js';
import type { ToolResultContentBlock } from '../wire/blocks/tool-result-block.js';
import type { UserContentBlock } from '../wire/blocks/user-content.js';
import type { UnknownType } from '../wire/open.js';

/** The types of value that a block's field may need, as problems name them. */
export type BlockFieldKind = 'text' | 'object' | 'list';

/** The facts about a type of content block. What a row leaves out is not checked. */
export interface ContentBlockRow {
  /** Set if only this role may send it. */
  readonly side?: 'user' | 'assistant';
  /** The fields that it requires beside its type. */
  readonly needs?: { readonly [field: string]: BlockFieldKind };
  /** The beta that a request with this block needs. */
  readonly beta?: KnownBeta;
  /** Set if a tool result may contain it. */
  readonly inResult?: true;
}

type Block = UserContentBlock | AssistantContentBlock | SystemContentBlock | ToolResultContentBlock;

/** The row of a type: the compiler asks for the mark of those that a tool result contains. */
type RowOf<Type> = ContentBlockRow &
  (Type extends ToolResultContentBlock['type'] ? { readonly inResult: true } : { readonly inResult?: never });

const toolChanges = { beta: 'mid-conversation-tool-changes-2026-07-01' } as const;

/**
 * Every type of content block that this release knows. A block of another type is accepted, since it may be newer than
 * the release.
 *
 * `required-betas.ts` has the betas that depend on more than the type: a compaction's on its signature, an MCP block's
 * on the rest of the request.
 */
export const contentBlocks = {
  text: { needs: { text: 'text' }, inResult: true },
  image: { side: 'user', needs: { source: 'object' }, inResult: true },
  document: { needs: { source: 'object' }, inResult: true },
  search_result: { needs: { content: 'list' }, inResult: true },
  tool_reference: { needs: { tool_name: 'text' }, inResult: true },
  browser_state: { needs: { tabs: 'list' }, inResult: true },
  tool_result: { side: 'user', needs: { tool_use_id: 'text' } },
  container_upload: {},
  compaction: {},
  thinking: { side: 'assistant', needs: { thinking: 'text', signature: 'text' } },
  redacted_thinking: { side: 'assistant' },
  tool_use: { side: 'assistant', needs: { id: 'text', name: 'text', input: 'object' } },
  server_tool_use: { side: 'assistant' },
  mcp_tool_use: { side: 'assistant' },
  mcp_tool_result: {},
  mcp_tool_listing: {},
  web_search_tool_result: {},
  web_fetch_tool_result: {},
  code_execution_tool_result: {},
  bash_code_execution_tool_result: {},
  text_editor_code_execution_tool_result: {},
  tool_search_tool_result: {},
  advisor_tool_result: { beta: 'advisor-tool-2026-03-01' },
  fallback: { beta: 'server-side-fallback-2026-07-01' },
  tool_addition: toolChanges,
  tool_removal: toolChanges,
} as const satisfies { readonly [Type in Exclude<Block['type'], UnknownType>]: RowOf<Type> };

/** The row of a type; `undefined` if this release does not know the type. */
export function contentBlockOf(type: unknown): ContentBlockRow | undefined {
  return isKnown(type) ? contentBlocks[type] : undefined;
}

function isKnown(type: unknown): type is keyof typeof contentBlocks {
  return typeof type === 'string' && Object.hasOwn(contentBlocks, type);
}
