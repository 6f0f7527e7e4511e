import type { MessagesRequest } from '../../request/messages-request.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { AnswerPart } from '../answer/answer-part.js';
import type { FunctionResults } from '../dialect/function-results.js';
import { AnswerReader, type ReadAnswer } from './answer-reader.js';
import { callFunctions } from './call-functions.js';
import { assistantTurn, resultsTurn, stopSequence, withPrompt, withTurns } from './conversation.js';
import type { AnswerMessage, FunctionCallClient } from './function-call-client.js';
import { functionCallingPrompt } from './function-calling-prompt.js';
import type { ToolLike } from './tool-like.js';

export interface RunFunctionCallsOptions {
  /**
   * How many answers to ask for at most.
   *
   * @default 10
   */
  readonly maxTurns?: number | undefined;
  /**
   * Whether to read each answer as it comes. Without it, as the request says.
   *
   * @default false
   */
  readonly stream?: boolean | undefined;
  /** Called with each part of each answer: as it comes, when it is streamed. */
  readonly onPart?: ((part: AnswerPart) => void) | undefined;
  /** Called with what is sent back to the model. */
  readonly onResults?: ((results: FunctionResults) => void) | undefined;
  /** Ends it all: the request on its way and the tools that run. */
  readonly signal?: AbortSignal | undefined;
}

/** How a conversation with tools ended. */
export interface FunctionCallsOutcome<Message> {
  /**
   * - `done`: the last answer calls no tool
   * - `max-turns`: the last answer still calls tools; they were not run
   * - `cut-off`: the last answer ends before its end, at `max_tokens` for instance; a call that it cut was not run
   * - `refusal`: the model refused to answer
   */
  readonly reason: 'done' | 'max-turns' | 'cut-off' | 'refusal';
  /** The last answer. */
  readonly message: Message;
  /** The whole conversation, the last answer included: to go on from. */
  readonly messages: readonly MessageParam[];
  /** How many answers there were. */
  readonly turns: number;
}

/**
 * Converses until the model calls no more tools: describes the tools in the system prompt, reads the calls out of
 * each answer, runs them, and sends back what they gave.
 *
 * Sent with each request: the prompt of `functionCallingPrompt()` before the request's `system`, and the stop
 * sequence `</function_calls>`. A call that cannot be read is sent back as an error, as `callFunctions()` does with
 * one that cannot be made.
 *
 * @throws {ClustError} what the client throws, and an `AbortedError` when `signal` fires
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
  const { maxTurns = 10, stream = request.stream ?? false, signal, onResults } = options;
  const list = [...tools];
  let next = withPrompt(request, functionCallingPrompt(list));
  for (let turn = 1; ; turn += 1) {
    const { message, answer } = await ask(client, next, { ...options, stream });
    next = withTurns(next, assistantTurn(message, answer));
    const reason = endOf(message, answer) ?? (turn >= maxTurns ? 'max-turns' : undefined);
    if (reason !== undefined) return { reason, message, messages: next.messages, turns: turn };
    const results = await resultsOf(list, answer, signal);
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
  { stream, signal, onPart = () => {} }: RunFunctionCallsOptions,
): Promise<Answered<Message>> {
  const reader = new AnswerReader(onPart);
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

/** Gateways that keep the stop sequence to themselves report an ordinary end. */
function isStopped({ stop_reason, stop_sequence }: AnswerMessage): boolean {
  return stop_sequence === stopSequence || stop_reason === 'end_turn';
}

const cutOff: ReadonlySet<unknown> = new Set(['max_tokens', 'model_context_window_exceeded', 'pause_turn']);

/** Why the conversation ends with this answer; nothing when there is something to send back. */
function endOf(
  message: AnswerMessage,
  { parts, failure }: ReadAnswer,
): 'done' | 'cut-off' | 'refusal' | undefined {
  if (message.stop_reason === 'refusal') return 'refusal';
  // A model that ended of its own will has miswritten its call, and can write it again.
  if (failure !== undefined) return failure.truncated && !isStopped(message) ? 'cut-off' : undefined;
  if (parts.some(({ type }) => type === 'call')) return undefined;
  return cutOff.has(message.stop_reason) ? 'cut-off' : 'done';
}

async function resultsOf(
  tools: readonly ToolLike[],
  { parts, failure }: ReadAnswer,
  signal: AbortSignal | undefined,
): Promise<FunctionResults> {
  if (failure !== undefined) {
    return { error: `No call was made, for the block cannot be read: ${failure.message}` };
  }
  const invoke = parts.flatMap((part) => (part.type === 'call' ? [part.call] : []));
  return callFunctions(tools, { invoke }, { signal });
}
