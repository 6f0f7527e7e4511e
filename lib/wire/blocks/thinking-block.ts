/** The model's thinking. Send it back unchanged, with its signature. It cannot be a cache breakpoint. */
export interface ThinkingBlock {
  readonly type: 'thinking';
  /** Empty if the request omits the display. The signature is still needed. */
  readonly thinking: string;
  readonly signature: string;
}

/** Encrypted thinking. Send it back unchanged. */
export interface RedactedThinkingBlock {
  readonly type: 'redacted_thinking';
  readonly data: string;
}
