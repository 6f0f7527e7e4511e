import type { BlankRefusal } from '../../content/blank-text.js';
import type { MessageResponse } from '../../content/message-response.js';
import type { Because } from '../../wire/because.js';
import type { AppendedPatch, RefusedAppended, RefusedReplaced, ReplacedPatch } from './cache.js';
import type { MarkedContent, RefusedContent } from './content.js';
import type { AssistantTurn } from './conversation.js';

/** What a system prompt sets in the state. */
export type SystemPatch<State, Content> = ReplacedPatch<State, 'systemCache', Content>;

/** What a user turn adds to the state. */
export type UserPatch<State, Content> = Content extends string
  ? UserTurn
  : UserTurn & AppendedPatch<State, 'messagesCache', Content> & CitationPatch<Content>;

interface UserTurn {
  readonly lastTurn: 'user';
}

/** What an assistant turn adds to the state. */
export type AssistantPatch<State, Content> = Content extends MessageResponse
  ? { readonly lastTurn: 'assistant, to be resumed' }
  : { readonly lastTurn: AssistantTurn<Content> } & AppendedPatch<State, 'messagesCache', Content>;

export type SystemParameter<State, Content> = [RefusedSystem<State, Content>] extends [never]
  ? Content
  : NoInfer<Marked<Content, RefusedSystem<State, Content>>>;

export type UserParameter<State, Content> = [RefusedTurn<State, Content>] extends [never]
  ? Content
  : NoInfer<Marked<Content, RefusedTurn<State, Content>>>;

export type AssistantParameter<State, Content> = Content extends MessageResponse
  ? Content
  : UserParameter<State, Content>;

/** Content that may be any string says nothing to the compiler; a literal one says all, and is cheap to look at. */
type RefusedSystem<State, Content> = string extends Content
  ? never
  : Content extends string
    ? BlankRefusal<Content>
    : RefusedContent<Content> | RefusedReplaced<State, 'systemCache', Content>;

type RefusedTurn<State, Content> = string extends Content
  ? never
  : Content extends string
    ? BlankRefusal<Content>
    : RefusedContent<Content> | RefusedAppended<State, 'messagesCache', Content>;

/** Blank text is marked where it stands; a breakpoint too many refuses the content as a whole. */
type Marked<Content, Refused> = [RefusedContent<Content>] extends [never]
  ? Because<Refused & string>
  : MarkedContent<Content>;

/** API version 2026-10-21 refuses citations on what a user says; the client that sends the request checks it. */
type CitationPatch<Content> = Content extends { readonly citations: readonly [unknown, ...unknown[]] }
  ? { readonly userCitations: true }
  : Content extends readonly (infer Block)[]
    ? Extract<
        Block,
        { readonly type: 'text'; readonly citations: readonly [unknown, ...unknown[]] }
      > extends never
      ? unknown
      : { readonly userCitations: true }
    : unknown;
