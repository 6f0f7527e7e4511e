import type { Cacheable } from '../cache-control.js';
import type { UnknownVariant } from '../open.js';

/** The model called the tool itself. */
export interface DirectCaller {
  readonly type: 'direct';
}

/** Code in the container called the tool. */
export interface CodeExecutionCaller {
  readonly type: 'code_execution_20250825' | 'code_execution_20260120';
  readonly tool_id: string;
}

/** What called a tool: the model itself, or a server tool. */
export type ToolCaller = DirectCaller | CodeExecutionCaller | UnknownVariant;

/** The model calls one of your tools. */
export interface ToolUseBlock {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly caller?: ToolCaller | undefined;
  /** Set if the tool belongs to a toolset. The result has to repeat it. */
  readonly toolset_name?: string | null | undefined;
}

/** A `tool_use` block, sent back. */
export interface ToolUseBlockParam extends ToolUseBlock, Cacheable {}
