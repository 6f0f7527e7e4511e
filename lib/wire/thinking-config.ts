/** How thinking is displayed. `updates` needs the beta `thinking-display-updates-2026-08-18`. */
export type ThinkingDisplay = 'summarized' | 'omitted' | 'updates';

/** What the API does with a thinking block of another conversation. Beta `thinking-binding-controls-2026-08-01`. */
export interface ThinkingBlockBinding {
  readonly prefix_mismatch_behavior?: 'error' | 'drop_block' | null | undefined;
}

interface ShownThinking {
  readonly display?: ThinkingDisplay | null | undefined;
  readonly block_binding?: ThinkingBlockBinding | null | undefined;
}

/** The model decides when to think, and how much. */
export interface ThinkingAdaptive extends ShownThinking {
  readonly type: 'adaptive';
}

/** The model thinks within a budget. */
export interface ThinkingEnabled extends ShownThinking {
  readonly type: 'enabled';
  /** At least 1024 and below `max_tokens`. */
  readonly budget_tokens: number;
}

/** The model does not think. */
export interface ThinkingDisabled {
  readonly type: 'disabled';
}

/** The model thinks between tool calls only. */
export interface ThinkingBetweenTools {
  readonly type: 'between_tools';
}

/** Whether and how the model thinks. Each model supports some of these. */
export type ThinkingConfig = ThinkingAdaptive | ThinkingEnabled | ThinkingDisabled | ThinkingBetweenTools;
