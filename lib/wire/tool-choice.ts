interface ParallelToolUse {
  /** At most one call when `true`; exactly one with `any` and `tool`. */
  readonly disable_parallel_tool_use?: boolean | undefined;
}

export interface ToolChoiceAuto extends ParallelToolUse {
  readonly type: 'auto';
}

export interface ToolChoiceAny extends ParallelToolUse {
  readonly type: 'any';
}

export interface ToolChoiceTool extends ParallelToolUse {
  readonly type: 'tool';
  readonly name: string;
}

export interface ToolChoiceNone {
  readonly type: 'none';
}

/** Whether the model may (`auto`), must (`any`, `tool`) or must not (`none`) call a tool. */
export type ToolChoice = ToolChoiceAuto | ToolChoiceAny | ToolChoiceTool | ToolChoiceNone;
