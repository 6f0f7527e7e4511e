import type { Because } from '../wire/because.js';

/** Options of one tool call. */
export interface ToolCallOptions {
  /** Aborts the calls: the promise rejects, and the signal of each tool aborts. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long a call may take, in milliseconds. If it takes longer, its result is an error for the model.
   *
   * @default Infinity
   */
  readonly toolTimeout?: number | undefined;
}

/**
 * What a gate decides about a call:
 * - `'approve'`, or nothing: the call is made
 * - `'deny'`, or `{deny}` with a reason for the model: the call is not made
 * - `{input}`: the call is made with this input instead, which is checked like the model's
 * - `{result}`: the call is not made, and this is its result: any value that a handler may return, including a
 *   `ToolFailure`
 */
export type ToolCallDecision =
  | 'approve'
  | 'deny'
  | { readonly deny: string }
  | { readonly input: unknown }
  | { readonly result: unknown }
  | undefined;

/**
 * A function that decides about a call before it is made. If it only observes, it returns nothing. If it throws, the
 * run ends.
 *
 * `Must` is the sentence that the compiler prints for a function that is not a gate.
 */
export type ToolCallGate<Use, Must extends string = `onToolCall ${typeof decisions}`> = (
  toolUse: Use,
  context: { readonly signal: AbortSignal },
) => GateAnswer | Promise<GateAnswer> | Because<Must>;

/** The values that a gate may return, as the compiler and the run time print them. */
export const decisions = "must return 'approve', 'deny', { deny }, { input }, { result } or nothing";

/** The return value of a gate. */
// biome-ignore lint/suspicious/noConfusingVoidType: a gate may return nothing
export type GateAnswer = ToolCallDecision | void;

/** Options of the calls of an answer. */
export interface ToolCallsOptions<Use> extends ToolCallOptions {
  /**
   * How many calls run at once.
   *
   * @default 8
   */
  readonly concurrency?: number | undefined;
  /**
   * Approves, denies or replaces a call. It is called for the calls of an answer in their order, one at a time, before
   * any of them is made.
   */
  readonly onToolCall?: ToolCallGate<Use> | undefined;
}
