import { isAbortedError } from '../../errors/guards.js';
import { ToolCallError } from '../../errors/tool-call-error.js';
import { blockFacts } from '../../stream/accumulate/block-facts.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { ToolCallOptions } from '../call-options.js';
import type { Tool } from '../tool.js';
import { assertLimits } from './assert-options.js';
import { callInTime } from './call-in-time.js';
import { failureContent, failureOf, resultOf } from './tool-result.js';

/**
 * Makes one call, and returns its result block. If the call or its tool fails, the block tells the model why, with
 * `is_error`.
 *
 * @throws {AbortedError} By rejection, if the signal aborts.
 */
export async function callTool(
  tools: ReadonlyMap<string, Tool>,
  toolUse: ToolUseBlock,
  options: ToolCallOptions = {},
): Promise<ToolResultBlockParam> {
  assertLimits(options);
  const { inputError } = blockFacts(toolUse);
  if (inputError !== undefined)
    return failureOf(toolUse, `${toolUse.name} was not called. ${inputError.message}`);
  const tool = toolFor(toolUse, tools);
  if (tool === undefined) {
    const name = toolUse.toolset_name ?? toolUse.name;
    return failureOf(toolUse, `There is no tool ${name}. The tools are: ${[...tools.keys()].join(', ')}.`);
  }
  const call = async (signal: AbortSignal) => {
    try {
      // The tool gets a copy, since the block is sent back as the model wrote it.
      return resultOf(toolUse, await tool.call(structuredClone(toolUse.input), { signal, toolUse }));
    } catch (error) {
      return failureOf(toolUse, failureContent(toolUse.name, error));
    }
  };
  try {
    return await callInTime(call, options, () => tooLate(toolUse, options));
  } catch (error) {
    if (isAbortedError(error)) throw error;
    return failureOf(toolUse, failureContent(toolUse.name, error));
  }
}

function tooLate({ id, name }: ToolUseBlock, { toolTimeout }: ToolCallOptions): ToolCallError {
  const message = `${name} gave no result within ${toolTimeout} ms.`;
  return new ToolCallError(message, { reason: 'failed', toolName: name, toolUseId: id });
}

/**
 * The tool of a call. `toolset_name` selects toolsets only; any other tool is found by `name`, which is the name that a
 * gate has seen.
 */
function toolFor(
  { name, toolset_name: toolset }: ToolUseBlock,
  tools: ReadonlyMap<string, Tool>,
): Tool | undefined {
  if (!toolset) return tools.get(name);
  const tool = tools.get(toolset);
  return tool !== undefined && /_toolset_\d+$/.test(tool.definition.type ?? '') ? tool : undefined;
}
