import { ClustError } from './clust-error.js';
import type { Problem } from './validation-error.js';

/**
 * Why a tool call gave no result:
 * - `unknown-tool`: the list has no tool of that name
 * - `invalid-input`: the input does not fit the tool's schema, or is no JSON
 * - `truncated`: the answer was cut off before the input was whole
 * - `failed`: the tool's handler threw; `cause` is what it threw
 */
export type ToolCallErrorReason = 'unknown-tool' | 'invalid-input' | 'truncated' | 'failed';

export interface ToolCallErrorFacts {
  readonly reason: ToolCallErrorReason;
  readonly toolName: string;
  readonly toolUseId?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

/** A tool call that gave no result. */
export class ToolCallError extends ClustError {
  declare readonly reason: ToolCallErrorReason;
  declare readonly toolName: string;
  /** The `id` of the `tool_use` block that asked for the call. */
  declare readonly toolUseId: string | undefined;
  /** What is wrong with the input; empty for the other reasons. */
  declare readonly problems: readonly Problem[];

  override get name(): 'ToolCallError' {
    return 'ToolCallError';
  }

  constructor(message: string, facts: ToolCallErrorFacts, options?: ErrorOptions) {
    const { reason, toolName, toolUseId, problems = [] } = facts;
    super(message, { reason, toolName, toolUseId, problems }, options);
  }
}
