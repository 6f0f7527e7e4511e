import type { MessageResponse } from '../content/message-response.js';
import type { ToolUse } from '../content/tool-use.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { CallOptions } from '../transport/call.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { MessageParam } from '../wire/message-param.js';
import type { Usage } from '../wire/usage.js';
import type { RunBudget } from './budget.js';
import type { ToolCallsOptions } from './call-options.js';
import type { Tool } from './tool.js';

/**
 * How a run ended:
 * - `done`: the model has said what it had to say
 * - `max_turns`: the last answer still calls tools; they were not run, and `request` goes on with them
 * - `budget`: the next call would pass the budget; `request` goes on, with the calls of the last answer if they were not run
 * - `max_pauses`: the API paused as often as it may; `request` goes on
 * - `max_tokens`, `context_exceeded`: the last answer was cut off; a call in it was not run
 * - `refusal`: the model refused to answer; a call in it was not run
 * - `stopped`: for a reason that is none of these: `message.stop_reason` says which
 */
export type ToolRunStatus =
  | 'done'
  | 'max_turns'
  | 'budget'
  | 'max_pauses'
  | 'max_tokens'
  | 'context_exceeded'
  | 'refusal'
  | 'stopped';

/** The outcome of a run, and what to continue from. */
export interface ToolRun<Request = unknown> {
  readonly status: ToolRunStatus;
  /** The last answer. */
  readonly message: MessageResponse<Request>;
  /** The tokens of all answers of the run, summed. */
  readonly usage: Usage;
  /** How many answers there were. */
  readonly turns: number;
  /**
   * The whole conversation, with the last answer unless it was cut off, refused or empty: then it is in `message` only.
   */
  readonly messages: readonly MessageParam[];
  /**
   * The request with that conversation: give it to `runTools()` to continue. It can be stored as JSON; after `JSON.parse()`
   * name the `tools` and the `betas` in the options.
   */
  readonly request: Request;
}

/** One complete answer of a run. */
export interface ToolTurn<Request = unknown> {
  /** 1 for the first. */
  readonly number: number;
  readonly message: MessageResponse<Request>;
  /** Makes the calls of the answer, once, and returns their results. The run does it when the reader does not. */
  results(): Promise<readonly ToolResultBlockParam[]>;
}

/** One answer of a run as a stream. The run reads the stream before the next turn, if the reader has not. */
export interface StreamedToolTurn<Request = unknown> {
  /** 1 for the first. */
  readonly number: number;
  readonly stream: MessageStream<Request>;
  /** Reads the stream to its end, makes the calls of the answer, once, and returns their results. */
  results(): Promise<readonly ToolResultBlockParam[]>;
}

/** The options of a run. */
export interface ToolTurnsOptions<Request = unknown>
  extends ToolCallsOptions<ToolUse<Request>>,
    CallOptions,
    FallbackOptions {
  /**
   * How many answers to request at most, not counting those that the API paused.
   *
   * @default 10
   */
  readonly maxTurns?: number | undefined;
  /**
   * How often in a row an answer that the API paused (`pause_turn`, or `compaction` by a threshold) is resumed.
   *
   * @default 10
   */
  readonly maxPauses?: number | undefined;
  /** What the run may cost at most, in US dollars or in tokens. Without it there is no limit but `maxTurns`. */
  readonly budget?: RunBudget | undefined;
  /** The tools, for a request without handlers: one that was stored, or that has wire objects as tools. */
  readonly tools?: Iterable<Tool> | undefined;
  /** Whether each answer is streamed. Without it, as the request says. */
  readonly stream?: boolean | undefined;
}

/** The options of a run that is awaited as a whole. */
export interface RunToolsOptions<Request = unknown> extends ToolTurnsOptions<Request> {
  /** Called with each answer, before its tools are called. An error that it throws ends the run. */
  readonly onTurn?: ((turn: AnyToolTurn<Request>) => void | Promise<void>) | undefined;
}

/** A turn of either kind: with a complete `message`, or with a `stream`. */
export type AnyToolTurn<Request = unknown> =
  | (ToolTurn<Request> & { readonly stream?: undefined })
  | (StreamedToolTurn<Request> & { readonly message?: undefined });

/** The methods of a client that a run needs. */
export interface ToolRunClient {
  createMessage(request: MessagesRequest, options?: CallOptions & FallbackOptions): Promise<MessageResponse>;
  createMessageStream(request: MessagesRequest, options?: CallOptions & FallbackOptions): MessageStream;
}
