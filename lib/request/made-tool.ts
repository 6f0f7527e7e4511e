import type { ToolParam } from '../wire/tools/tool-param.js';

/** Carries, for the compiler only, the type of the input that a tool's handler takes. */
export declare const toolInput: unique symbol;

/** A tool that `ToolBuilder`, `tool()` or a factory made: `definition` is what is sent. */
export interface MadeTool<Name extends string = string, Input = unknown> {
  readonly definition: ToolParam;
  readonly name: Name;
  readonly [toolInput]?: Input;
}

/** Whether a tool came from `ToolBuilder`, `tool()` or a factory. */
export function isMadeTool(tool: ToolParam | { readonly definition: ToolParam }): tool is MadeTool {
  return 'definition' in tool;
}
