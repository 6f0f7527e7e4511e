import { isToolUse } from '../../content/block-guards.js';
import { AbortedError } from '../../errors/aborted-error.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { GateAnswer, ToolCallOptions, ToolCallsOptions } from '../call-options.js';
import type { Tool } from '../tool.js';
import { assertDecision, assertLimits } from './assert-options.js';
import { callTool, failureOf, resultOf } from './call-tool.js';
import { orAborted } from './or-aborted.js';
import { workConcurrently } from './work-concurrently.js';

/** An answer, as far as calls are looked for in it. */
export type AnswerWithCalls = Pick<MessageBody, 'content' | 'stop_reason'>;

/** The stop reasons after which the last block may not be whole. */
const cutOff: ReadonlySet<unknown> = new Set(['max_tokens', 'model_context_window_exceeded', 'refusal']);

/**
 * Makes every call of an answer, and gives the results in the order of the calls. Of an answer that was cut off or
 * refused no call is made: its input may look whole and not be.
 *
 * @throws {AbortedError} By rejection, when the signal fires; and what the gate throws.
 */
export async function callTools(
  tools: ReadonlyMap<string, Tool>,
  message: AnswerWithCalls,
  options: ToolCallsOptions<ToolUseBlock> = {},
  onResult?: (result: ToolResultBlockParam) => void,
): Promise<readonly ToolResultBlockParam[]> {
  const toolUses = message.content.filter(isToolUse);
  if (cutOff.has(message.stop_reason)) {
    return toolUses.map((toolUse) =>
      failureOf(toolUse, `${toolUse.name} was not called: the answer ended before it was whole.`),
    );
  }
  assertLimits(options);
  const { signal = new AbortController().signal, onToolCall, concurrency = 8 } = options;
  const calls: GatedCall[] = [];
  for (const toolUse of toolUses) {
    if (signal.aborted) throw new AbortedError('Calling tools', { cause: signal.reason });
    const decision = await orAborted(signal, () => onToolCall?.(toolUse, { signal }));
    assertDecision(decision);
    calls.push({ toolUse, decision });
  }
  const results: ToolResultBlockParam[] = [];
  await workConcurrently(lanesOf(calls), concurrency, async (lane) => {
    for (const call of lane) {
      const result = await answer(tools, call, options);
      results[calls.indexOf(call)] = result;
      onResult?.(result);
    }
  });
  return results;
}

/** A call, and what the gate has said of it. */
interface GatedCall {
  readonly toolUse: ToolUseBlock;
  readonly decision: GateAnswer;
}

/** Which calls wait for each other: those of a toolset, for a mouse has to move before it clicks. */
function lanesOf(calls: readonly GatedCall[]): readonly (readonly GatedCall[])[] {
  const lanes = new Map<unknown, GatedCall[]>();
  for (const call of calls) {
    const lane = call.toolUse.toolset_name ?? call;
    lanes.set(lane, [...(lanes.get(lane) ?? []), call]);
  }
  return [...lanes.values()];
}

function answer(
  tools: ReadonlyMap<string, Tool>,
  { toolUse, decision }: GatedCall,
  options: ToolCallOptions,
): Promise<ToolResultBlockParam> | ToolResultBlockParam {
  if (decision === undefined || decision === 'approve') return callTool(tools, toolUse, options);
  if (decision === 'deny') return failureOf(toolUse, `${toolUse.name} was not called: it was denied.`);
  if ('deny' in decision) return failureOf(toolUse, decision.deny);
  if ('result' in decision) return resultOf(toolUse, decision.result);
  return callTool(tools, { ...toolUse, input: decision.input }, options);
}
