import type { Conversation } from '../conversation/conversation.js';
import type { ConversationRun } from '../conversation/converse.js';
import type { RefusedBuilder } from '../endpoints/built-request.js';
import type { RefusedByVersion } from '../endpoints/refused-by-version.js';
import type { StreamOf } from '../endpoints/streamed-request.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { AnyToolTurn, StreamedToolTurn, ToolRun, ToolTurn } from '../tools/tool-run.js';
import type { Unless } from '../values/checked.js';
import type { Version } from '../values/version.js';
import type { StateOf } from '../wire/typed-request.js';

/** The request that `runTools` and `toolTurns` take, or the sentence that refuses it. */
export type ToolRunRequest<Request, V extends Version> = Unless<
  RefusedBuilder<Request>,
  Unless<RefusedByVersion<Request, V>, Request>
>;

/** What the turns of a run are, by what its options say of streaming, else its request; either, where only the run time knows. */
export type TurnOf<Request, Stream> = [Stream] extends [undefined]
  ? unknown extends StateOf<Request>
    ? AnyToolTurn<Request>
    : StreamOf<Request> extends true
      ? StreamedToolTurn<Request>
      : ToolTurn<Request>
  : [Stream] extends [true]
    ? StreamedToolTurn<Request>
    : [Stream] extends [false]
      ? ToolTurn<Request>
      : AnyToolTurn<Request>;

/** What `runTools` takes: a conversation, or a request, or the sentence that refuses it. */
export type RunArgument<Argument, V extends Version> = [Argument] extends [Conversation]
  ? Argument
  : ToolRunRequest<Argument, V>;

/** The request of a run: the conversation's, or the argument itself. */
export type RequestOfRun<Argument> =
  Argument extends Conversation<infer State> ? MessagesRequest<State> : Argument;

/** How a run ended. A run over a conversation gives the one to go on with. */
export type RunOf<Argument> =
  Argument extends Conversation<infer State> ? ConversationRun<State> : ToolRun<Argument>;
