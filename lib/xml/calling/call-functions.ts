import { isAbortedError } from '../../errors/guards.js';
import { ToolCallError } from '../../errors/tool-call-error.js';
import type { GateAnswer, ToolCallsOptions } from '../../tools/call-options.js';
import { assertLimits } from '../../tools/run/assert-options.js';
import { aborted, callInTime } from '../../tools/run/call-in-time.js';
import { askGate } from '../../tools/run/call-tools.js';
import { failureContent } from '../../tools/run/tool-result.js';
import { workConcurrently } from '../../tools/run/work-concurrently.js';
import { toolsByName } from '../../tools/tools-by-name.js';
import type { JsonValue } from '../../wire/json.js';
import type { FunctionCalls } from '../dialect/function-calls.js';
import type { FunctionResult } from '../dialect/function-result.js';
import type { FunctionResults } from '../dialect/function-results.js';
import type { Invoke } from '../dialect/invoke.js';
import { outputText } from './output-text.js';
import { readInput } from './read-input.js';
import type { ToolLike } from './tool-like.js';

/** A call as a gate receives it: with the input for the tool. */
export interface FunctionCall extends Invoke {
  readonly input: unknown;
}

/** Options of `callFunctions()`. They are those of `client.runTools()`. */
export type CallFunctionsOptions = ToolCallsOptions<FunctionCall>;

/**
 * Runs the tools that the model calls, eight at once by default, and returns what to send back: `results` in the order
 * of the calls, or an `error` if no call has a result.
 *
 * The texts of the parameters are converted to the types of the tool's `input_schema`. A text that does not fit, an
 * unknown tool, a tool that throws and a call that `onToolCall` denies each become an error that tells the model what
 * was wrong. `onToolCall` is called for each valid call, in their order, before any of them is made.
 *
 * @throws {AbortedError} If `signal` aborts. Errors of `onToolCall` are thrown too.
 * @throws {ValidationError} If two tools have the same name.
 *
 * @example
 * ```ts
 * import { callFunctions, extractFunctionCalls, FunctionResults } from 'clust/xml';
 *
 * const price = {
 *   name: 'get_current_stock_price',
 *   input_schema: { type: 'object', properties: { symbol: { type: 'string' } }, required: ['symbol'] },
 *   call: () => 38.5,
 * };
 *
 * async function answerTo(text: string): Promise<string> {
 *   return FunctionResults.serialize(await callFunctions([price], extractFunctionCalls(text)));
 * }
 * ```
 */
export async function callFunctions(
  tools: Iterable<ToolLike>,
  calls: FunctionCalls,
  options: CallFunctionsOptions = {},
): Promise<FunctionResults> {
  assertLimits(options);
  if (options.signal?.aborted) throw aborted(options.signal);
  const byName = toolsByName(tools);
  const decided: DecidedCall[] = [];
  for (const call of calls.invoke) decided.push(await decide(call, byName, options));

  const results: FunctionResult[] = [];
  await workConcurrently([...decided.entries()], options.concurrency ?? 8, async ([index, call]) => {
    results[index] = typeof call === 'function' ? await call() : call;
  });
  const errors = results.flatMap((result) => ('error' in result ? [result.error] : []));
  return errors.length > 0 && errors.length === results.length ? { error: errors.join('\n') } : { results };
}

/** A function that makes a call, or the result of a call that is not made. */
type DecidedCall = FunctionResult | (() => Promise<FunctionResult>);

async function decide(
  { tool_name, parameters }: Invoke,
  tools: ReadonlyMap<string, ToolLike>,
  options: CallFunctionsOptions,
): Promise<DecidedCall> {
  const name = tool_name.trim();
  const tool = tools.get(name);
  if (tool === undefined) {
    const error = `There is no tool ${JSON.stringify(name)}. The tools are: ${[...tools.keys()].join(', ')}.`;
    return { tool_name: name, error };
  }
  const read = readInput(parameters, tool.input_schema);
  if (!read.ok) return notCalled(name, read.problems());
  const decision = await askGate({ tool_name: name, parameters, input: read.value }, options);
  return applyDecision(decision, tool, read.value, options);
}

function applyDecision(
  decision: GateAnswer,
  tool: ToolLike,
  input: JsonValue,
  options: CallFunctionsOptions,
): DecidedCall {
  const { name } = tool;
  if (decision === undefined || decision === 'approve') return () => run(tool, input, options);
  if (decision === 'deny') return { tool_name: name, error: `${name} was not called: it was denied.` };
  if ('deny' in decision) return { tool_name: name, error: outputText(decision.deny) };
  if ('result' in decision) return resultOf(name, decision.result);
  // The caller's gate returns JSON; any other value does not fit the schema.
  const read = readInput(decision.input as JsonValue, tool.input_schema);
  return read.ok ? () => run(tool, read.value, options) : notCalled(name, read.problems());
}

async function run(tool: ToolLike, input: JsonValue, options: CallFunctionsOptions): Promise<FunctionResult> {
  const { name } = tool;
  const call = async (signal: AbortSignal) => {
    try {
      return resultOf(name, await tool.call(input, { signal }));
    } catch (error) {
      return failureOf(name, error);
    }
  };
  const tooLate = () =>
    new ToolCallError(`${name} gave no result within ${options.toolTimeout} ms.`, {
      reason: 'failed',
      toolName: name,
    });
  try {
    return await callInTime(call, options, tooLate);
  } catch (error) {
    if (isAbortedError(error)) throw error;
    return failureOf(name, error);
  }
}

function resultOf(tool_name: string, output: unknown): FunctionResult {
  try {
    if (output instanceof Error) return failureOf(tool_name, output);
    return { tool_name, stdout: outputText(output) };
  } catch (error) {
    return failureOf(tool_name, error);
  }
}

function failureOf(tool_name: string, error: unknown): FunctionResult {
  const content = failureContent(tool_name, error);
  return { tool_name, error: outputText(typeof content === 'string' ? content : [content].flat()) };
}

function notCalled(
  name: string,
  problems: readonly { readonly path: string; readonly message: string }[],
): FunctionResult {
  const lines = problems.map(({ path, message }) => `- ${path || name}: ${message}`);
  return { tool_name: name, error: [`${name} was not called:`, ...lines].join('\n') };
}
