import { messageOf } from '../../base/message-of.js';
import { AbortedError } from '../../errors/aborted-error.js';
import { isToolCallError } from '../../errors/guards.js';
import type { FunctionCalls } from '../dialect/function-calls.js';
import type { FunctionResult } from '../dialect/function-result.js';
import type { FunctionResults } from '../dialect/function-results.js';
import type { Invoke } from '../dialect/invoke.js';
import { outputText } from './output-text.js';
import { readInput } from './read-input.js';
import type { ToolLike } from './tool-like.js';

export interface CallFunctionsOptions {
  /** Ends the wait for the tools, each of which gets it too. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the tools that the model calls, all at once, and gives what to send back: `results` in the order of the calls,
 * or an `error` when there is no result at all.
 *
 * The texts of the parameters become what the tool's `input_schema` asks for. A text that does not fit, a tool that
 * is not there, a tool that throws: each is an error that tells the model what was wrong, so that it can do better.
 *
 * @throws {AbortedError} when `signal` fires
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
  { signal = new AbortController().signal }: CallFunctionsOptions = {},
): Promise<FunctionResults> {
  const byName = new Map(Array.from(tools, (tool) => [tool.name, tool] as const));
  const results = await unlessAborted(signal, () =>
    Promise.all(calls.invoke.map((call) => resultOf(call, byName, signal))),
  );
  const errors = results.flatMap((result) => ('error' in result ? [result.error] : []));
  return errors.length > 0 && errors.length === results.length ? { error: errors.join('\n') } : { results };
}

async function resultOf(
  { tool_name, parameters }: Invoke,
  tools: ReadonlyMap<string, ToolLike>,
  signal: AbortSignal,
): Promise<FunctionResult> {
  const name = tool_name.trim();
  const tool = tools.get(name);
  if (tool === undefined) {
    const error = `There is no tool ${JSON.stringify(name)}. The tools are: ${[...tools.keys()].join(', ')}.`;
    return { tool_name: name, error };
  }
  const input = readInput(parameters, tool.input_schema);
  if (!input.fits) {
    const problems = input.problems().map(({ path, message }) => `- ${path || name}: ${message}`);
    return { tool_name: name, error: [`${name} was not called:`, ...problems].join('\n') };
  }
  try {
    return { tool_name: name, stdout: outputText(await tool.call(input.value, { signal })) };
  } catch (error) {
    // A tool that `tool()` made says so itself.
    const message = isToolCallError(error) ? error.message : `${name} failed: ${messageOf(error)}`;
    return { tool_name: name, error: outputText(message) };
  }
}

/** Waits for the tools, or for the signal: a tool that does not listen to it holds nobody up. */
async function unlessAborted<Result>(signal: AbortSignal, run: () => Promise<Result>): Promise<Result> {
  const failure = () => new AbortedError('Calling tools', { cause: signal.reason });
  if (signal.aborted) throw failure();
  return new Promise((resolve, reject) => {
    const stop = () => reject(failure());
    signal.addEventListener('abort', stop, { once: true });
    run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
