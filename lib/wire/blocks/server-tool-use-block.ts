import type { Cacheable } from '../cache-control.js';
import type { OpenString } from '../open.js';
import type { ToolCaller } from './tool-use-block.js';

export type ServerToolName = OpenString<
  | 'web_search'
  | 'web_fetch'
  | 'code_execution'
  | 'bash_code_execution'
  | 'text_editor_code_execution'
  | 'tool_search_tool_regex'
  | 'tool_search_tool_bm25'
  | 'advisor'
>;

/** The model calls a tool that the API runs; the result follows in the same turn. */
export interface ServerToolUseBlock {
  readonly type: 'server_tool_use';
  readonly id: string;
  readonly name: ServerToolName;
  readonly input: unknown;
  readonly caller?: ToolCaller | undefined;
}

/** A `server_tool_use` block, sent back. */
export interface ServerToolUseBlockParam extends ServerToolUseBlock, Cacheable {}
