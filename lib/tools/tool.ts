import type { MadeTool } from '../request/made-tool.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { ToolInputSchema } from '../wire/tools/custom-tool.js';

/** What a handler gets beside the input. */
export interface ToolContext {
  /** Aborts when the result is no longer needed: the caller aborted, or the call took too long. */
  readonly signal: AbortSignal;
  /** The `tool_use` block of the call; `undefined` when the tool was called by hand. */
  readonly toolUse: ToolUseBlock | undefined;
}

/**
 * The function of a tool. It may be asynchronous, and returns what the model gets: a text, a content block or blocks
 * (`text()`, `image()`, …), nothing, or any JSON value. An error, thrown or returned, goes to the model as a failure: a
 * `ToolFailure` with all its content, any other with its message.
 */
export type ToolHandler<Input = unknown> = (input: Input, context: ToolContext) => unknown;

/**
 * A tool with its handler. Give it to `tools()` of a request, and to `client.runTools()` with that request.
 *
 * `Input` is the type of what the model writes; the handler gets the output of the tool's schema.
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

/** Whether a tool has a handler. */
export function isTool(tool: MadeTool): tool is Tool {
  return 'call' in tool && typeof tool.call === 'function';
}
