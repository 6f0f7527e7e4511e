/** How one tool call is made. */
export interface ToolCallOptions {
  /** Ends the wait for the tools, each of which gets it too. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long a tool may take, in milliseconds. The model is told of a call that takes longer.
   *
   * @default Infinity
   */
  readonly toolTimeout?: number | undefined;
}

/**
 * What a gate says of a call:
 * - `'approve'`, or nothing: it is made
 * - `'deny'`, or `{deny}` with a reason for the model: it is not made
 * - `{input}`: it is made with this input instead, which is checked as the model's is
 * - `{result}`: it is not made, and this is its result: what a handler may give, a `ToolFailure` among it
 */
export type ToolCallDecision =
  | 'approve'
  | 'deny'
  | { readonly deny: string }
  | { readonly input: unknown }
  | { readonly result: unknown }
  | undefined;

/** Asked before each call. A gate that only looks on returns nothing. What it throws ends the run. */
export type ToolCallGate<Use> = (
  toolUse: Use,
  context: { readonly signal: AbortSignal },
) => GateAnswer | Promise<GateAnswer>;

/** What a gate returns. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without `return` returns it, and is a gate
export type GateAnswer = ToolCallDecision | void;

/** How the calls of an answer are made. */
export interface ToolCallsOptions<Use> extends ToolCallOptions {
  /**
   * How many calls run at once.
   *
   * @default 8
   */
  readonly concurrency?: number | undefined;
  /**
   * Approves, denies or replaces a call. The calls of an answer are put to it in their order, one at a time, before
   * any of them is made.
   */
  readonly onToolCall?: ToolCallGate<Use> | undefined;
}
