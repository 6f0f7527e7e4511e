import { isCutOff } from '../../content/stop-reasons.js';
import type { MessagesRequest } from '../../request/messages-request.js';
import { assertLimits } from '../../tools/run/assert-options.js';
import { type NextStep, statusAfter, statusOf } from '../../tools/run/run-status.js';
import type { ToolRunStatus } from '../../tools/tool-run.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { AnswerPart, ExtractOptions } from '../answer/answer-part.js';
import type { FunctionResults } from '../dialect/function-results.js';
import { AnswerReader, type ReadAnswer } from './answer-reader.js';
import { type CallFunctionsOptions, callFunctions } from './call-functions.js';
import { assistantTurn, resultsTurn, stopSequence, withPrompt, withTurns } from './conversation.js';
import type { AnswerMessage, FunctionCallClient } from './function-call-client.js';
import { functionCallingPrompt } from './function-calling-prompt.js';
import type { ToolLike } from './tool-like.js';

/** Options of `runFunctionCalls()`. Those that are not listed here are options of `client.runTools()`. */
export interface RunFunctionCallsOptions extends CallFunctionsOptions, Pick<ExtractOptions, 'where'> {
  /**
   * The maximum number of answers.
   *
   * @default 10
   */
  readonly maxTurns?: number | undefined;
  /**
   * How often in a row a paused answer (`pause_turn`) is resumed.
   *
   * @default 10
   */
  readonly maxPauses?: number | undefined;
  /**
   * Whether each answer is streamed. Default: the request decides.
   *
   * @default false
   */
  readonly stream?: boolean | undefined;
  /** Called with each part of each answer; for a streamed answer, as soon as it arrives. */
  readonly onPart?: ((part: AnswerPart) => void) | undefined;
  /** Called with the results that are sent back to the model. */
  readonly onResults?: ((results: FunctionResults) => void) | undefined;
}

/** The outcome of a conversation with tools. */
export interface FunctionCallsOutcome<Message> {
  /** The same as in `client.runTools()`. A call that was cut off in the last answer was not run. */
  readonly status: ToolRunStatus;
  /** The last answer. */
  readonly message: Message;
  /** The whole conversation, including the last answer, to continue from. */
  readonly messages: readonly MessageParam[];
  /** How many answers there were. */
  readonly turns: number;
}

/**
 * Runs a conversation until the model calls no more tools: describes the tools in the system prompt, reads the calls of
 * each answer, runs them, and sends the results back.
 *
 * Each request contains the prompt of `functionCallingPrompt()` before the request's `system`, and the stop sequence
 * `</function_calls>`. A call that cannot be read is answered with an error, like one that `callFunctions()` cannot
 * make.
 *
 * @throws {ClustError} The error of the client, or an `AbortedError` if `signal` fires.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder } from 'clust';
 * import { runFunctionCalls } from 'clust/xml';
 *
 * const price = {
 *   name: 'get_current_stock_price',
 *   description: 'Gets the current stock price of a company.',
 *   input_schema: { type: 'object', properties: { symbol: { type: 'string' } }, required: ['symbol'] },
 *   call: () => 38.5,
 * };
 *
 * const request = MessagesRequestBuilder.create('claude-haiku-4-5')
 *   .maxTokens(1024)
 *   .user('What is the current stock price of General Motors?')
 *   .build();
 *
 * const { message } = await runFunctionCalls(Client.fromEnv(), request, [price]);
 * console.log(message.text);
 * ```
 */
export async function runFunctionCalls<Message extends AnswerMessage>(
  client: FunctionCallClient<Message>,
  request: MessagesRequest,
  tools: Iterable<ToolLike>,
  options: RunFunctionCallsOptions = {},
): Promise<FunctionCallsOutcome<Message>> {
  assertLimits(options);
  const { maxTurns = 10, maxPauses = 10, stream = request.stream ?? false, onResults } = options;
  const list = [...tools];
  let next = withPrompt(request, functionCallingPrompt(list));
  let paused = 0;
  let pausedInRow = 0;
  for (let turn = 1; ; turn += 1) {
    const { message, answer } = await ask(client, next, { ...options, stream });
    next = withTurns(next, assistantTurn(message, answer));
    const step = stepAfter(message, answer, next);
    pausedInRow = step === 'resume' ? pausedInRow + 1 : 0;
    paused += step === 'resume' ? 1 : 0;
    const status = statusAfter(step, turn - paused >= maxTurns, pausedInRow > maxPauses);
    if (status !== undefined) return { status, message, messages: next.messages, turns: turn };
    if (step !== 'call') continue;
    const results = await resultsOf(list, answer, options);
    onResults?.(results);
    next = withTurns(next, resultsTurn(results));
  }
}

interface Answered<Message> {
  readonly message: Message;
  readonly answer: ReadAnswer;
}

async function ask<Message extends AnswerMessage>(
  client: FunctionCallClient<Message>,
  request: MessagesRequest,
  { stream, signal, where, onPart = () => {} }: RunFunctionCallsOptions,
): Promise<Answered<Message>> {
  const reader = new AnswerReader(onPart, { where });
  if (!stream) {
    const message = await client.createMessage(request, { signal });
    reader.write(message.text);
    return { message, answer: reader.end(isStopped(message)) };
  }
  const answer = client.createMessageStream(request, { signal });
  for await (const text of answer.textStream()) reader.write(text);
  const message = await answer.finalMessage();
  return { message, answer: reader.end(isStopped(message)) };
}

/** Some gateways report an ordinary end in place of the stop sequence, or do not say which sequence it was. */
function isStopped({ stop_reason, stop_sequence }: AnswerMessage): boolean {
  if (stop_sequence === stopSequence || stop_reason === 'end_turn') return true;
  return stop_reason === 'stop_sequence' && stop_sequence == null;
}

/** The next step after an answer, or the status that the conversation ends with. */
function stepAfter(
  message: AnswerMessage,
  { parts, failure }: ReadAnswer,
  request: MessagesRequest,
): NextStep {
  const status = statusOf(message.stop_reason, request);
  if (status === 'refusal') return status;
  if (failure?.truncated && !isStopped(message)) return isCutOff(message.stop_reason) ? status : 'stopped';
  // The model ended the answer itself, so a call is malformed and the model can write it again.
  if (failure !== undefined || parts.some(({ type }) => type === 'call')) return 'call';
  return status;
}

async function resultsOf(
  tools: readonly ToolLike[],
  { parts, failure }: ReadAnswer,
  options: CallFunctionsOptions,
): Promise<FunctionResults> {
  if (failure !== undefined) {
    return { error: `No call was made, because the block cannot be read: ${failure.message}` };
  }
  const invoke = parts.flatMap((part) => (part.type === 'call' ? [part.call] : []));
  return callFunctions(tools, { invoke }, options);
}
