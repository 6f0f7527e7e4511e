import { isObject } from '../base/is-object.js';
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
export function isMadeTool(tool: unknown): tool is MadeTool {
  return isObject(tool) && 'definition' in tool;
}

/** What is sent of a tool: of one that was made its definition. */
export function definitionOf(tool: unknown): unknown {
  return isMadeTool(tool) ? tool.definition : tool;
}
