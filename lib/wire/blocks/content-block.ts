import type { UnknownVariant } from '../open.js';
import type { AdvisorToolResultBlock } from './advisor-result-block.js';
import type { BashCodeExecutionToolResultBlock } from './bash-code-execution-result-block.js';
import type { CodeExecutionToolResultBlock } from './code-execution-result-block.js';
import type { CompactionBlock } from './compaction-block.js';
import type { ContainerUploadBlock } from './container-upload-block.js';
import type { FallbackBlock } from './fallback-block.js';
import type { McpToolListingBlock, McpToolResultBlock, McpToolUseBlock } from './mcp-blocks.js';
import type { ServerToolUseBlock } from './server-tool-use-block.js';
import type { TextBlock } from './text-block.js';
import type { TextEditorCodeExecutionToolResultBlock } from './text-editor-code-execution-result-block.js';
import type { RedactedThinkingBlock, ThinkingBlock } from './thinking-block.js';
import type { ToolSearchToolResultBlock } from './tool-search-result-block.js';
import type { ToolUseBlock } from './tool-use-block.js';
import type { WebFetchToolResultBlock } from './web-fetch-result-block.js';
import type { WebSearchToolResultBlock } from './web-search-result-block.js';

/** Every type of response block that this release knows. */
export type KnownContentBlock =
  | TextBlock
  | ThinkingBlock
  | RedactedThinkingBlock
  | ToolUseBlock
  | ServerToolUseBlock
  | WebSearchToolResultBlock
  | WebFetchToolResultBlock
  | CodeExecutionToolResultBlock
  | BashCodeExecutionToolResultBlock
  | TextEditorCodeExecutionToolResultBlock
  | ToolSearchToolResultBlock
  | ContainerUploadBlock
  | AdvisorToolResultBlock
  | McpToolUseBlock
  | McpToolResultBlock
  | McpToolListingBlock
  | CompactionBlock
  | FallbackBlock;

/** A block of a response. The union is open: keep a `default` branch for types that are newer than this release. */
export type ContentBlock = KnownContentBlock | UnknownVariant;
