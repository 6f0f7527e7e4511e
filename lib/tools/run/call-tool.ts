import { messageOf } from '../../base/message-of.js';
import { onAbort } from '../../base/on-abort.js';
import { AbortedError } from '../../errors/aborted-error.js';
import { isToolCallError } from '../../errors/guards.js';
import { ToolCallError, type ToolCallErrorReason } from '../../errors/tool-call-error.js';
import { blockFacts } from '../../stream/accumulate/block-facts.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { ToolCallOptions } from '../call-options.js';
import type { Tool } from '../tool.js';
import type { ToolFailureContent } from '../tool-failure.js';
import { assertLimits } from './assert-options.js';
import { isToolFailure } from './is-tool-failure.js';
import { resultBlock } from './result-block.js';
import { resultContent } from './result-content.js';

/**
 * Makes one call, and gives the block that answers it. Whatever is wrong with the call or with its tool is said in
 * the block, as `is_error`: the model can then do better.
 *
 * @throws {AbortedError} By rejection, when the signal fires.
 */
export async function callTool(
  tools: ReadonlyMap<string, Tool>,
  toolUse: ToolUseBlock,
  options: ToolCallOptions = {},
): Promise<ToolResultBlockParam> {
  assertLimits(options);
  try {
    return resultOf(toolUse, await run(toolFor(toolUse, tools), toolUse, options));
  } catch (error) {
    if (!isToolCallError(error)) throw error;
    return failureOf(toolUse, isToolFailure(error.cause) ? error.cause.content : error.message);
  }
}

/** The result of a call, whoever made it. An error is a failure, also when nobody threw it. */
export function resultOf(toolUse: ToolUseBlock, output: unknown): ToolResultBlockParam {
  if (isToolFailure(output)) return failureOf(toolUse, output.content);
  if (output instanceof Error) return failureOf(toolUse, failed(toolUse, output));
  try {
    return resultBlock(toolUse, resultContent(output));
  } catch (error) {
    return failureOf(toolUse, `${toolUse.name} gave a result that JSON cannot say: ${messageOf(error)}`);
  }
}

export function failureOf(toolUse: ToolUseBlock, content: ToolFailureContent): ToolResultBlockParam {
  return resultBlock(toolUse, content, true);
}

function failed({ name }: ToolUseBlock, error: unknown): string {
  return `${name} failed: ${messageOf(error)}`;
}

function toolFor(toolUse: ToolUseBlock, tools: ReadonlyMap<string, Tool>): Tool {
  const { name, toolset_name: toolset } = toolUse;
  const { inputError } = blockFacts(toolUse);
  if (inputError !== undefined) {
    const reason = inputError.reason === 'truncated' ? 'truncated' : 'invalid-input';
    throw refusal(toolUse, reason, `${name} was not called. ${inputError.message}`);
  }
  const tool = tools.get(toolset ?? name);
  if (tool !== undefined) return tool;
  const known = [...tools.keys()].join(', ');
  throw refusal(toolUse, 'unknown-tool', `There is no tool ${toolset ?? name}. The tools are: ${known}.`);
}

function refusal(
  { id, name }: ToolUseBlock,
  reason: ToolCallErrorReason,
  message: string,
  options?: ErrorOptions,
): ToolCallError {
  return new ToolCallError(message, { reason, toolName: name, toolUseId: id }, options);
}

/** Waits for the tool, for the clock or for the signal: a tool that does not listen holds nobody up. */
async function run(tool: Tool, toolUse: ToolUseBlock, options: ToolCallOptions): Promise<unknown> {
  const { signal: given, toolTimeout = Number.POSITIVE_INFINITY } = options;
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget = () => {};
  try {
    return await new Promise((resolve, reject) => {
      const stop = (failure: Error, reason: unknown) => {
        reject(failure);
        controller.abort(reason);
      };
      const aborted = () => stop(new AbortedError('Calling tools', { cause: given?.reason }), given?.reason);
      if (given?.aborted) return aborted();
      if (given !== undefined) forget = onAbort(given, aborted);
      if (toolTimeout < 2 ** 31) {
        timer = setTimeout(() => {
          const failure = refusal(
            toolUse,
            'failed',
            `${toolUse.name} gave no result within ${toolTimeout} ms.`,
          );
          stop(failure, failure);
        }, toolTimeout);
      }
      // What a tool throws is told to the model; a tool of another making may throw anything, at once.
      // It is given a copy: the block goes back as the model wrote it, whatever the tool does to its input.
      const call = async () => tool.call(structuredClone(toolUse.input), { signal, toolUse });
      call().then(resolve, (error) => {
        if (isToolCallError(error)) return reject(error);
        reject(refusal(toolUse, 'failed', failed(toolUse, error), { cause: error }));
      });
    });
  } finally {
    clearTimeout(timer);
    forget();
  }
}
