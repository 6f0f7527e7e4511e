/** A number of tokens of the prompt. */
export interface InputTokensCount {
  readonly type: 'input_tokens';
  readonly value: number;
}

/** A number of tool calls. */
export interface ToolUsesCount {
  readonly type: 'tool_uses';
  readonly value: number;
}

/** A number of turns with thinking. */
export interface ThinkingTurnsCount {
  readonly type: 'thinking_turns';
  readonly value: number;
}

/** Drops the oldest tool results once the trigger is reached. */
export interface ClearToolUsesEdit {
  readonly type: 'clear_tool_uses_20250919';
  readonly trigger?: InputTokensCount | ToolUsesCount | undefined;
  readonly keep?: ToolUsesCount | undefined;
  readonly clear_at_least?: InputTokensCount | null | undefined;
  readonly exclude_tools?: readonly string[] | null | undefined;
  readonly clear_tool_inputs?: boolean | readonly string[] | null | undefined;
}

/** Drops the thinking of earlier turns. */
export interface ClearThinkingEdit {
  readonly type: 'clear_thinking_20251015';
  readonly keep?: ThinkingTurnsCount | { readonly type: 'all' } | 'all' | undefined;
}

/** Summarizes the conversation once the trigger is reached. Beta `compact-2026-01-12`. */
export interface CompactEdit {
  readonly type: 'compact_20260112';
  readonly trigger?: InputTokensCount | null | undefined;
  readonly instructions?: string | null | undefined;
  readonly pause_after_compaction?: boolean | undefined;
}

export type ContextEdit = ClearToolUsesEdit | ClearThinkingEdit | CompactEdit;

/** What the API may drop from a long conversation. Beta `context-management-2025-06-27`. */
export interface ContextManagement {
  readonly edits?: readonly ContextEdit[] | undefined;
}
