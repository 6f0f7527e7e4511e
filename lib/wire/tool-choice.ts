interface ParallelToolUse {
  /** With `true` the model makes at most one call; with `any` and `tool` exactly one. */
  readonly disable_parallel_tool_use?: boolean | undefined;
}

/** The model decides whether to call a tool. */
export interface ToolChoiceAuto extends ParallelToolUse {
  readonly type: 'auto';
}

/** The model must call a tool. */
export interface ToolChoiceAny extends ParallelToolUse {
  readonly type: 'any';
}

/** The model must call this tool. */
export interface ToolChoiceTool extends ParallelToolUse {
  readonly type: 'tool';
  readonly name: string;
}

/** The model calls no tool. */
export interface ToolChoiceNone {
  readonly type: 'none';
}

/** Whether the model may (`auto`), must (`any`, `tool`) or must not (`none`) call a tool. */
export type ToolChoice = ToolChoiceAuto | ToolChoiceAny | ToolChoiceTool | ToolChoiceNone;
