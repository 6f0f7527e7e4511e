interface ParallelToolUse {
  /** At most one call when `true`; exactly one with `any` and `tool`. */
  readonly disable_parallel_tool_use?: boolean | undefined;
}

/** The model decides whether to call a tool. */
export interface ToolChoiceAuto extends ParallelToolUse {
  readonly type: 'auto';
}

/** The model has to call a tool. */
export interface ToolChoiceAny extends ParallelToolUse {
  readonly type: 'any';
}

/** The model has to call this tool. */
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
