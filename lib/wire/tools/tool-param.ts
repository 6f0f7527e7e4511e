import type { AdvisorTool } from './advisor-tool.js';
import type { BashTool } from './bash-tool.js';
import type { BrowserToolset } from './browser-toolset.js';
import type { CodeExecutionTool } from './code-execution-tool.js';
import type { ComputerTool } from './computer-tool.js';
import type { ComputerToolset } from './computer-toolset.js';
import type { CustomTool } from './custom-tool.js';
import type { McpToolset } from './mcp-toolset.js';
import type { MemoryTool } from './memory-tool.js';
import type { TextEditorTool } from './text-editor-tool.js';
import type { ToolSearchTool } from './tool-search-tool.js';
import type { WebFetchTool } from './web-fetch-tool.js';
import type { WebSearchTool } from './web-search-tool.js';

/** Tools that you run and whose definition the API knows. */
export type ClientTool =
  | BashTool
  | TextEditorTool
  | MemoryTool
  | ComputerTool
  | ComputerToolset
  | BrowserToolset;

/** Tools that the API runs. */
export type ServerTool =
  | WebSearchTool
  | WebFetchTool
  | CodeExecutionTool
  | ToolSearchTool
  | AdvisorTool
  | McpToolset;

/** An entry of a request's `tools`. */
export type ToolParam = CustomTool | ClientTool | ServerTool;
