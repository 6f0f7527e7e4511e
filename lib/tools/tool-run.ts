import type { MessageResponse } from '../content/message-response.js';
import type { ToolUse } from '../content/tool-use.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { CallOptions } from '../transport/call.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { MessageParam } from '../wire/message-param.js';
import type { ServerTool } from '../wire/tools/tool-param.js';
import type { Usage } from '../wire/usage.js';
import type { RunBudget } from './budget.js';
import type { ToolCallsOptions } from './call-options.js';
import type { Tool } from './tool.js';

/**
 * How a run ended:
 * - `done`: the model ended its turn
 * - `max_turns`: the last answer calls tools that were not run; `request` continues with them
 * - `budget`: the next call might exceed the budget; `request` continues, with the calls of the last answer if they
 *   were not run
 * - `max_pauses`: the API paused too often; `request` continues
 * - `max_tokens`, `context_exceeded`: the last answer was cut off; its calls were not run
 * - `refusal`: the model refused to answer; its calls were not run
 * - `stopped`: for another reason, which is in `message.stop_reason`
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
  /** The summed tokens of all answers of the run. */
  readonly usage: Usage;
  /** How many answers there were. */
  readonly turns: number;
  /**
   * The whole conversation, including the last answer, unless that was cut off, refused or empty and is only in
   * `message`.
   */
  readonly messages: readonly MessageParam[];
  /**
   * The request with that conversation: pass it to `runTools()` to continue. It can be stored as JSON. After
   * `JSON.parse()` pass the `tools` and the `betas` in the options.
   */
  readonly request: Request;
}

/** One complete answer of a run. */
export interface ToolTurn<Request = unknown> {
  /** 1 for the first. */
  readonly number: number;
  readonly message: MessageResponse<Request>;
  /** Makes the calls of the answer, once, and returns their results. The run makes them if the reader does not. */
  results(): Promise<readonly ToolResultBlockParam[]>;
}

/** One answer of a run as a stream. If the reader does not read it, the run does before the next turn. */
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
   * How many answers to request at most, not counting paused ones.
   *
   * @default 10
   */
  readonly maxTurns?: number | undefined;
  /**
   * How often in a row a paused answer (`pause_turn`, or `compaction` at a threshold) is resumed.
   *
   * @default 10
   */
  readonly maxPauses?: number | undefined;
  /** The limit of the run's cost, in US dollars or in tokens. Without it only `maxTurns` limits the run. */
  readonly budget?: RunBudget | undefined;
  /**
   * The tools, for a request without handlers: one that was stored, or whose tools are plain wire objects. Server tools
   * may be in the list; they need no handler.
   */
  readonly tools?: Iterable<Tool | ServerTool> | undefined;
  /** Whether each answer is streamed. Default: the request decides. */
  readonly stream?: boolean | undefined;
}

/** The options of a run that is awaited as a whole. */
export interface RunToolsOptions<Request = unknown> extends ToolTurnsOptions<Request> {
  /** Called with each answer, before its tools are called. If it throws, the run ends. */
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
