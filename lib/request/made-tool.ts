import { isObject } from '../base/is-object.js';
import type { ToolParam } from '../wire/tools/tool-param.js';

/** The key of the handler's input type, for the compiler only. */
export declare const toolInput: unique symbol;

/** A tool from `ToolBuilder`, `tool()` or another function of clust. `definition` is sent. */
export interface MadeTool<Name extends string = string, Input = unknown> {
  readonly definition: ToolParam;
  readonly name: Name;
  readonly [toolInput]?: Input;
}

/** Whether a tool comes from `ToolBuilder`, `tool()` or another function of clust. */
export function isMadeTool(tool: unknown): tool is MadeTool {
  return isObject(tool) && 'definition' in tool;
}

/** The value to send for a tool: the `definition` of a tool from clust, else the tool itself. */
export function definitionOf(tool: unknown): unknown {
  return isMadeTool(tool) ? tool.definition : tool;
}
