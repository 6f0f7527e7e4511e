import { raceAbort } from '../../base/abort.js';
import { isToolUse } from '../../content/block-guards.js';
import { sentBack } from '../../content/sent-back.js';
import { isCutOff } from '../../content/stop-reasons.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { GateAnswer, ToolCallOptions, ToolCallsOptions } from '../call-options.js';
import type { Tool } from '../tool.js';
import { assertDecision, assertLimits } from './assert-options.js';
import { aborted } from './call-in-time.js';
import { callTool } from './call-tool.js';
import { failureOf, resultOf } from './tool-result.js';
import { workConcurrently } from './work-concurrently.js';

/** The fields of an answer that are needed to make its calls. */
export type AnswerWithCalls = Pick<MessageBody, 'content' | 'stop_reason'>;

/**
 * Makes every call of an answer, and returns the results in the order of the calls. If the answer was cut off or
 * refused, no call is made: an input may look complete and be incomplete.
 *
 * @throws {AbortedError} By rejection, if the signal aborts. Errors of the gate are thrown too.
 */
export async function callTools(
  tools: ReadonlyMap<string, Tool>,
  message: AnswerWithCalls,
  options: ToolCallsOptions<ToolUseBlock> = {},
  onResult?: (result: ToolResultBlockParam) => void,
): Promise<readonly ToolResultBlockParam[]> {
  const toolUses = sentBack(message.content).filter(isToolUse);
  if (isCutOff(message.stop_reason) || message.stop_reason === 'refusal') {
    return toolUses.map((toolUse) =>
      failureOf(toolUse, `${toolUse.name} was not called: the answer ended before it was complete.`),
    );
  }
  assertLimits(options);
  const calls: DecidedCall[] = [];
  for (const toolUse of toolUses) {
    calls.push({ toolUse, decision: await askGate(toolUse, options) });
  }
  const results: ToolResultBlockParam[] = [];
  await workConcurrently(sequencesOf(calls), options.concurrency ?? 8, async (sequence) => {
    for (const call of sequence) {
      const result = await answer(tools, call, options);
      results[calls.indexOf(call)] = result;
      onResult?.(result);
    }
  });
  return results;
}

/**
 * Asks the gate about one call.
 *
 * @throws {AbortedError} By rejection, if the signal aborts. Errors of the gate are thrown too, and a `ValidationError`
 * if it returns something else than a decision.
 */
export async function askGate<Call>(
  call: Call,
  { signal = new AbortController().signal, onToolCall }: ToolCallsOptions<Call>,
): Promise<GateAnswer> {
  const ask = () => onToolCall?.(call, { signal });
  const decision = await raceAbort(signal, ask, () => aborted(signal));
  assertDecision(decision);
  return decision;
}

/** A call, and the decision of the gate. */
interface DecidedCall {
  readonly toolUse: ToolUseBlock;
  readonly decision: GateAnswer;
}

/** Groups the calls that run one after the other: those of one toolset, since a mouse has to move before it clicks. */
function sequencesOf(calls: readonly DecidedCall[]): readonly (readonly DecidedCall[])[] {
  const sequences = new Map<unknown, DecidedCall[]>();
  for (const call of calls) {
    const key = call.toolUse.toolset_name ?? call;
    sequences.set(key, [...(sequences.get(key) ?? []), call]);
  }
  return [...sequences.values()];
}

function answer(
  tools: ReadonlyMap<string, Tool>,
  { toolUse, decision }: DecidedCall,
  options: ToolCallOptions,
): Promise<ToolResultBlockParam> | ToolResultBlockParam {
  if (decision === undefined || decision === 'approve') return callTool(tools, toolUse, options);
  if (decision === 'deny') return failureOf(toolUse, `${toolUse.name} was not called: it was denied.`);
  if ('deny' in decision) return failureOf(toolUse, decision.deny);
  if ('result' in decision) return resultOf(toolUse, decision.result);
  return callTool(tools, { ...toolUse, input: decision.input }, options);
}
