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

/** The fields that a request of a thread may set for itself. */
export const threadFields = [
  'max_tokens',
  'stop_sequences',
  'metadata',
  'service_tier',
  'inference_geo',
  'diagnostics',
] as const;

/** Fields that one request of a thread sets for itself. */
export type ThreadSet = Partial<Pick<MessagesRequestBody, (typeof threadFields)[number]>>;

/** The fields themselves, with a sentence in place of one that a thread keeps, or that the model does not take. */
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

/** What is said of a field that no later request of a thread may change. */
export const keptField = <Name extends string>(name: Name) =>
  `a thread keeps its ${name}: start another thread to change it` as const;

/** What is said of betas for one request. */
export const keptBetas =
  'a thread keeps its betas: name them with betas() of the builder that it begins with';

/** What is said of a second model for one request. */
export const keptModel = 'a thread keeps its model: use fallbacks() of the builder that it begins with';

/** What can be said of one request of a thread. */
export interface ThreadCallOptions<State = unknown, Set = ThreadSet>
  extends Omit<CallOptions, 'betas' | 'maxResponseBytes'> {
  /** Fields of this request alone, as the API reference writes them: `{ max_tokens: 4096 }`. */
  readonly set?: CheckedSet<State, Set> | undefined;
  readonly betas?: Because<typeof keptBetas>;
  readonly fallback?: Because<typeof keptModel>;
}

/** What can be said of a run in a thread. */
export interface ThreadRunOptions<State = unknown, Set = ThreadSet>
  extends Omit<RunToolsOptions<MessagesRequest<State>>, 'betas' | 'fallback' | 'on' | 'maxResponseBytes'> {
  /** Fields of the requests of this run alone, as the API reference writes them: `{ max_tokens: 4096 }`. */
  readonly set?: CheckedSet<State, Set> | undefined;
  readonly betas?: Because<typeof keptBetas>;
  readonly fallback?: Because<typeof keptModel>;
}

/**
 * A conversation that the API keeps: each request carries what is new. `client.thread()` makes it.
 *
 * The API keeps a thread for about five minutes after its last request, so a thread has the whole conversation as well.
 * Where the API has lost it, the next request carries all of it and begins another.
 */
export interface Thread<State = unknown> {
  /**
   * Says something, and gives the answer. An answer that the API paused is resumed. Without `content` it asks for the
   * answer to what has been said already.
   *
   * A refusal leaves no turn: what was said is not part of the conversation, unless it was the results of calls.
   *
   * @throws {ClustError} By rejection only: what `createMessage` throws. The conversation is as it was before.
   */
  send<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadCallOptions<State, Set>,
  ): Promise<MessageResponse<MessagesRequest<State>>>;

  /**
   * The same as a stream. Nothing is sent before it is read; what was said and the answer join the conversation when it has been
   * read to its end. An answer that the API paused is resumed by the next `stream()` without content.
   */
  stream<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadCallOptions<State, Set>,
  ): MessageStream<MessagesRequest<State>>;

  /** Says something, and runs the tools that the model calls: see `client.runTools()`. */
  run<const Set extends object = ThreadSet>(
    content?: TurnContent,
    options?: ThreadRunOptions<State, Set>,
  ): Promise<ToolRun<MessagesRequest<State>>>;

  /** Another thread that goes on from here. The API knows no branches: its first request carries the whole conversation. */
  fork(): Thread<State>;

  /** What is stored to go on later, in another process: `client.thread(json, { from: preset })`. No key, no handler. */
  toJSON(): SavedThread;
}

/** How a thread begins. */
export interface ThreadOptions<State = unknown, Turn = unknown> {
  /** The preset that a stored thread began with: handlers of tools and schemas are not in JSON. */
  readonly from?: MessagesRequestBuilder<State, Turn> | undefined;
}

/** A thread as JSON. */
export interface SavedThread {
  readonly format: 'clust.thread';
  /** Rises when the format changes in a way that older releases cannot read. */
  readonly version: 1;
  /** The body of the request so far. */
  readonly request: unknown;
  readonly betas: readonly string[];
  /** What the API holds; `null` when the next request begins a thread. */
  readonly link: SavedLink | null;
}

/** The end of a thread that the API holds. */
export interface SavedLink {
  /** The newest message: the next request goes on from it. */
  readonly previous_message_id: string;
  /** How many messages of the conversation the API has. */
  readonly messages: number;
  readonly betas: readonly string[];
  /** The container that code ran in. */
  readonly container?: string | undefined;
}
