import type { ToolFields } from './tool-fields.js';

/** Finds deferred tools by a regular expression. */
export interface ToolSearchRegexTool extends ToolFields {
  readonly type: 'tool_search_tool_regex_20251119' | 'tool_search_tool_regex';
  readonly name: 'tool_search_tool_regex';
}

/** Finds deferred tools by words. */
export interface ToolSearchBm25Tool extends ToolFields {
  readonly type: 'tool_search_tool_bm25_20251119' | 'tool_search_tool_bm25';
  readonly name: 'tool_search_tool_bm25';
}

/** Finds deferred tools by a regular expression or by words. */
export type ToolSearchTool = ToolSearchRegexTool | ToolSearchBm25Tool;
