import type { Because } from '../wire/because.js';

/** How one tool call is made. */
export interface ToolCallOptions {
  /** Aborts the calls: the wait ends, and the signal of each tool aborts. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long a call may take, in milliseconds. The result of a call that takes longer is an error for the model.
   *
   * @default Infinity
   */
  readonly toolTimeout?: number | undefined;
}

/**
 * What a gate decides about a call:
 * - `'approve'`, or nothing: the call is made
 * - `'deny'`, or `{deny}` with a reason for the model: the call is not made
 * - `{input}`: the call is made with this input instead, which is checked as the model's is
 * - `{result}`: the call is not made, and this is its result: anything that a handler may return, also a `ToolFailure`
 */
export type ToolCallDecision =
  | 'approve'
  | 'deny'
  | { readonly deny: string }
  | { readonly input: unknown }
  | { readonly result: unknown }
  | undefined;

/**
 * Decides about a call before it is made. A gate that only observes returns nothing. An error that it throws ends the run.
 *
 * `Must` is what the compiler prints of a function that is no gate.
 */
export type ToolCallGate<Use, Must extends string = `onToolCall ${typeof decisions}`> = (
  toolUse: Use,
  context: { readonly signal: AbortSignal },
) => GateAnswer | Promise<GateAnswer> | Because<Must>;

/** What a gate may return, in the words that the compiler and the run time have for it. */
export const decisions = "must give 'approve', 'deny', { deny }, { input }, { result } or nothing";

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
   * Approves, denies or replaces a call. It is asked about the calls of an answer in their order, one at a time, before any
   * of them is made.
   */
  readonly onToolCall?: ToolCallGate<Use> | undefined;
}
