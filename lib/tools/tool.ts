import type { MadeTool } from '../request/made-tool.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { ToolInputSchema } from '../wire/tools/custom-tool.js';

/** The second argument of a handler. */
export interface ToolContext {
  /** Aborts when the result is no longer needed: the caller aborted, or the call timed out. */
  readonly signal: AbortSignal;
  /** The `tool_use` block of the call; `undefined` if your code called the tool. */
  readonly toolUse: ToolUseBlock | undefined;
}

/**
 * The function of a tool. It may be asynchronous. It returns the result for the model: a text, a content block or
 * blocks (`text()`, `image()`, …), nothing, or any JSON value. An error, thrown or returned, goes to the model as a
 * failure: a `ToolFailure` with all its content, any other with its message.
 */
export type ToolHandler<Input = unknown> = (input: Input, context: ToolContext) => unknown;

/**
 * A tool with its handler. Pass it to `tools()` of a request, and that request to `client.runTools()`.
 *
 * `Input` is the type of the model's input. The handler receives the output of the tool's schema.
 */
export interface Tool<Name extends string = string, Input = unknown> extends MadeTool<Name, Input> {
  readonly description: string | undefined;
  /** The JSON Schema of the input, as it is sent. */
  readonly input_schema: ToolInputSchema;
  /**
   * Checks the input and runs the handler.
   *
   * @throws {ToolCallError} By rejection: `invalid-input` if the input does not fit, `failed` if the handler throws.
   */
  call(input: unknown, context?: Partial<ToolContext>): Promise<unknown>;
}

/** Whether a tool has a handler. */
export function isTool(tool: object): tool is Tool {
  return 'call' in tool && typeof tool.call === 'function';
}
