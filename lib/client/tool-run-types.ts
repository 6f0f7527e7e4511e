import type { Conversation } from '../conversation/conversation.js';
import type { ConversationRun } from '../conversation/converse.js';
import type { RequestFor, Sent } from '../endpoints/built-request.js';
import type { StreamOf } from '../endpoints/streamed-request.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { AnyToolTurn, StreamedToolTurn, ToolRun, ToolTurn } from '../tools/tool-run.js';
import type { Version } from '../values/version.js';
import type { StateOf } from '../wire/typed-request.js';

/** The request that `runTools` and `toolTurns` take, or the sentence that refuses it. */
export type ToolRunRequest<Request, V extends Version> = RequestFor<Request, V>;

/**
 * The type of the turns of a run. The options decide about streaming, else the request; if only the run time knows,
 * both are possible.
 */
export type TurnOf<Request, Stream> = [Stream] extends [undefined]
  ? unknown extends StateOf<Sent<Request>>
    ? AnyToolTurn<Sent<Request>>
    : StreamOf<Request> extends true
      ? StreamedToolTurn<Sent<Request>>
      : ToolTurn<Sent<Request>>
  : [Stream] extends [true]
    ? StreamedToolTurn<Sent<Request>>
    : [Stream] extends [false]
      ? ToolTurn<Sent<Request>>
      : AnyToolTurn<Sent<Request>>;

/** The argument of `runTools`: a conversation, a request, or the sentence that refuses it. */
export type RunArgument<Argument, V extends Version> = [Argument] extends [Conversation]
  ? Argument
  : ToolRunRequest<Argument, V>;

/** The request of a run: that of the conversation, or the argument itself. */
export type RequestOfRun<Argument> = [NoConversation<Argument>] extends [never]
  ? MessagesRequest<StateOfConversation<Argument>>
  : Sent<Argument>;

/** The outcome of a run. For a conversation it contains the conversation to continue with. */
export type RunOf<Argument> = [NoConversation<Argument>] extends [never]
  ? ConversationRun<StateOfConversation<Argument>>
  : ToolRun<Sent<Argument>>;

/** `never` for a conversation. A type parameter counts as a request, so that a fake client may return a plain run. */
type NoConversation<Argument> = [unknown] extends [Argument]
  ? 'anything'
  : [Argument] extends [Conversation]
    ? never
    : 'request';

type StateOfConversation<Argument> = Argument extends Conversation<infer State> ? State : unknown;
