import type { MadeTool } from '../request/made-tool.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { ToolInputSchema } from '../wire/tools/custom-tool.js';

/** What a handler is told about its call. */
export interface ToolContext {
  /** Fires when the result is no longer wanted: the caller aborted, or the call took too long. */
  readonly signal: AbortSignal;
  /** The block that asks for the call; `undefined` when no model asked. */
  readonly toolUse: ToolUseBlock | undefined;
}

/**
 * Does what a tool does. It may be asynchronous, and gives what the model is to see: a text, a content block or blocks
 * (`text()`, `image()`, …), nothing, or any value that JSON can say. An error, thrown or returned, goes to the model as a
 * failure: a `ToolFailure` with all its content, any other by its message.
 */
export type ToolHandler<Input = unknown> = (input: Input, context: ToolContext) => unknown;

/**
 * A tool with its handler. Give it to `tools()` of a request, and to `client.runTools()` with that request.
 *
 * `Input` is what the model writes; a handler gets what the tool's schema makes of it.
 */
export interface Tool<Name extends string = string, Input = unknown> extends MadeTool<Name, Input> {
  readonly description: string | undefined;
  /** The JSON Schema of the input, as it is sent. */
  readonly input_schema: ToolInputSchema;
  /**
   * Checks the input and runs the handler.
   *
   * @throws ToolCallError by rejection: `invalid-input` when the input does not fit, `failed` when the handler throws.
   */
  call(input: unknown, context?: Partial<ToolContext>): Promise<unknown>;
}

/** Whether a tool has a handler here. */
export function isTool(tool: MadeTool): tool is Tool {
  return 'call' in tool && typeof tool.call === 'function';
}
