import type { MessageResponse } from '../content/message-response.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessagesRequestBuilder } from '../request/messages-request-builder.js';
import type { MaxTokensOfModel } from '../request/rules/max-tokens.js';
import type { Field } from '../request/state.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { RunToolsOptions, ToolRun } from '../tools/tool-run.js';
import type { CallOptions } from '../transport/call.js';
import type { Because } from '../wire/because.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { TurnContent } from './conversation.js';

/** The fields that a single request of a thread may set. */
export const threadFields = [
  'max_tokens',
  'stop_sequences',
  'metadata',
  'service_tier',
  'inference_geo',
  'diagnostics',
] as const;

/** The fields that a single request of a thread sets. */
export type ThreadSet = Partial<Pick<MessagesRequestBody, (typeof threadFields)[number]>>;

/** The fields, with a sentence in place of one that is fixed for the thread, or that the model does not accept. */
type CheckedSet<State, Set> = {
  readonly [Key in keyof Set]: Key extends keyof ThreadSet
    ? Key extends 'max_tokens'
      ? CheckedLimit<Field<State, 'model'>, Set[Key]>
      : ThreadSet[Key]
    : Because<ReturnType<typeof keptField<Key & string>>>;
};

type CheckedLimit<M, N> = number extends N
  ? N
  : [MaxTokensOfModel<M, N>] extends [never]
    ? N
    : MaxTokensOfModel<M, N>;

/** The refusal of a field that later requests of a thread must not change. */
export const keptField = <Name extends string>(name: Name) =>
  `a thread keeps its ${name}: start another thread to change it` as const;

/** The refusal of betas for one request. */
export const keptBetas =
  'a thread keeps its betas: name them with betas() of the builder that it begins with';

/** The refusal of another model for one request. */
export const keptModel = 'a thread keeps its model: use fallbacks() of the builder that it begins with';

/** Options of one request of a thread. */
export interface ThreadCallOptions<State = unknown, Set = ThreadSet>
  extends Omit<CallOptions, 'betas' | 'maxResponseBytes'> {
  /** Fields for this request only, as in the API reference: `{ max_tokens: 4096 }`. */
  readonly set?: CheckedSet<State, Set> | undefined;
  readonly betas?: Because<typeof keptBetas>;
  readonly fallback?: Because<typeof keptModel>;
}

/** Options of a run in a thread. */
export interface ThreadRunOptions<State = unknown, Set = ThreadSet>
  extends Omit<RunToolsOptions<MessagesRequest<State>>, 'betas' | 'fallback' | 'on' | 'maxResponseBytes'> {
  /** Fields for the requests of this run only, as in the API reference: `{ max_tokens: 4096 }`. */
  readonly set?: CheckedSet<State, Set> | undefined;
  readonly betas?: Because<typeof keptBetas>;
  readonly fallback?: Because<typeof keptModel>;
}

/**
 * A conversation that the API stores, so each request contains only the new messages. `client.thread()` creates it.
 *
 * The API stores a thread for about five minutes after its last request, so this object keeps the whole conversation as
 * well. If the API has lost it, the next request contains the whole conversation and starts a new thread.
 */
export interface Thread<State = unknown> {
  /**
   * Adds a user turn and returns the answer. If the API pauses the answer, clust resumes it. Without `content` it
   * requests an answer to the turns so far.
   *
   * After a refusal the user turn is not part of the conversation, unless it contains results of calls.
   *
   * @throws {ClustError} By rejection only: what `createMessage` throws. The conversation is then unchanged.
   */
  send<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadCallOptions<State, Set>,
  ): Promise<MessageResponse<MessagesRequest<State>>>;

  /**
   * The same as a stream. The request is sent when the stream is first read. The user turn and the answer are added to
   * the conversation when the stream has been read to its end. If the API pauses the answer, the next `stream()`
   * without content resumes it.
   */
  stream<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadCallOptions<State, Set>,
  ): MessageStream<MessagesRequest<State>>;

  /** Adds a user turn, and runs the tools that the model calls: see `client.runTools()`. */
  run<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadRunOptions<State, Set>,
  ): Promise<ToolRun<MessagesRequest<State>>>;

  /**
   * Returns another thread that continues from here. The API has no branches, so the first request of the new thread
   * contains the whole conversation.
   */
  fork(): Thread<State>;

  /**
   * The JSON to store, so that another process can continue: `client.thread(json, { from: preset })`. It contains no
   * key and no handler.
   */
  toJSON(): SavedThread;
}

/** Options of `client.thread()`. */
export interface ThreadOptions<State = unknown, Turn = unknown> {
  /** The preset that a stored thread started with, since JSON contains no tool handlers and no schemas. */
  readonly from?: MessagesRequestBuilder<State, Turn> | undefined;
}

/** A thread as JSON. */
export interface SavedThread {
  readonly format: 'clust.thread';
  /** Increased when the format changes in a way that older releases cannot read. */
  readonly version: 1;
  /** The body of the request so far. */
  readonly request: unknown;
  readonly betas: readonly string[];
  /** The thread that the API stores; `null` if the next request starts a new one. */
  readonly link: SavedLink | null;
}

/** The end of a thread that the API stores. */
export interface SavedLink {
  /** The newest message, from which the next request continues. */
  readonly previous_message_id: string;
  /** How many messages of the conversation the API stores. */
  readonly messages: number;
  readonly betas: readonly string[];
  /** The container of the thread's code. */
  readonly container?: string | undefined;
}
