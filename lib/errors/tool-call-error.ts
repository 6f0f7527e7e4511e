import { ClustError } from './clust-error.js';
import type { Problem } from './validation-error.js';

/**
 * Why a tool call failed:
 * - `unknown-tool`: the list has no tool of that name
 * - `invalid-input`: the input does not fit the tool's schema, or is not valid JSON
 * - `truncated`: the answer was cut off before the input was complete
 * - `failed`: the tool's handler threw; `cause` is the error
 */
export type ToolCallErrorReason = 'unknown-tool' | 'invalid-input' | 'truncated' | 'failed';

export interface ToolCallErrorFacts {
  readonly reason: ToolCallErrorReason;
  readonly toolName: string;
  readonly toolUseId?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

/** A tool call that failed. */
export class ToolCallError extends ClustError {
  declare readonly reason: ToolCallErrorReason;
  declare readonly toolName: string;
  /** The `id` of the `tool_use` block. */
  declare readonly toolUseId: string | undefined;
  /** What is wrong with the input; empty unless the reason is `invalid-input`. */
  declare readonly problems: readonly Problem[];

  override get name(): 'ToolCallError' {
    return 'ToolCallError';
  }

  constructor(message: string, facts: ToolCallErrorFacts, options?: ErrorOptions) {
    const { reason, toolName, toolUseId, problems = [] } = facts;
    super(message, { reason, toolName, toolUseId, problems }, options);
  }
}
