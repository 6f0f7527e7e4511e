import type { RawBlock } from '../open.js';
import type { AdvisorToolResultBlockParam } from './advisor-result-block.js';
import type { BashCodeExecutionToolResultBlockParam } from './bash-code-execution-result-block.js';
import type { CodeExecutionToolResultBlockParam } from './code-execution-result-block.js';
import type { CompactionBlockParam } from './compaction-block.js';
import type { ContainerUploadBlockParam } from './container-upload-block.js';
import type { FallbackBlock } from './fallback-block.js';
import type { McpToolListingBlock, McpToolResultBlockParam, McpToolUseBlockParam } from './mcp-blocks.js';
import type { ServerToolUseBlockParam } from './server-tool-use-block.js';
import type { TextBlockParam } from './text-block.js';
import type { TextEditorCodeExecutionToolResultBlockParam } from './text-editor-code-execution-result-block.js';
import type { RedactedThinkingBlock, ThinkingBlock } from './thinking-block.js';
import type { ToolSearchToolResultBlockParam } from './tool-search-result-block.js';
import type { ToolUseBlockParam } from './tool-use-block.js';
import type { WebFetchToolResultBlockParam } from './web-fetch-result-block.js';
import type { WebSearchToolResultBlockParam } from './web-search-result-block.js';

/**
 * The blocks of an assistant turn: all blocks of a response, so that every answer can be sent back.
 *
 * Images, documents and tool results are not allowed: the API answers 400.
 */
export type AssistantContentBlock =
  | TextBlockParam
  | ThinkingBlock
  | RedactedThinkingBlock
  | ToolUseBlockParam
  | ServerToolUseBlockParam
  | WebSearchToolResultBlockParam
  | WebFetchToolResultBlockParam
  | CodeExecutionToolResultBlockParam
  | BashCodeExecutionToolResultBlockParam
  | TextEditorCodeExecutionToolResultBlockParam
  | ToolSearchToolResultBlockParam
  | ContainerUploadBlockParam
  | AdvisorToolResultBlockParam
  | McpToolUseBlockParam
  | McpToolResultBlockParam
  | McpToolListingBlock
  | CompactionBlockParam
  | FallbackBlock
  | RawBlock;
