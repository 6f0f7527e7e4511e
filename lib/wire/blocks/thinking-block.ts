/** What the model thought. It goes back as it came, signature and all, and cannot carry a cache breakpoint. */
export interface ThinkingBlock {
  readonly type: 'thinking';
  /** Empty when the request asked for no display: the signature still counts. */
  readonly thinking: string;
  readonly signature: string;
}

/** Thinking that is encrypted. It goes back as it came. */
export interface RedactedThinkingBlock {
  readonly type: 'redacted_thinking';
  readonly data: string;
}
