import type { BlankRefusal } from '../../content/blank-text.js';
import type { MessageResponse } from '../../content/message-response.js';
import type { Because } from '../../wire/because.js';
import type { CitationsWithFormat } from '../rules/citations-with-format.js';
import type { Field } from '../state.js';
import type { RefusedAnswer } from './answers.js';
import type { AppendedPatch, RefusedAppended, RefusedReplaced, ReplacedPatch } from './cache.js';
import type { CitationPatch } from './citations.js';
import type { MarkedContent, RefusedContent } from './content.js';
import type { DocumentPatch } from './documents.js';
import type { AssistantTurn, UserTurn, Waiting } from './last-turn.js';

/** What a system prompt sets in the state. */
export type SystemPatch<State, Content> = ReplacedPatch<State, 'systemCache', Content>;

/** What a user turn adds to the state. */
export type UserPatch<State, Content> = Content extends string
  ? 'lastTurn' extends keyof State
    ? { readonly lastTurn: 'user' | Waiting<State['lastTurn']> }
    : SpokenTurn
  : { readonly lastTurn: UserTurn<Field<State, 'lastTurn'>, Content> } & AppendedPatch<
      State,
      'messagesCache',
      Content
    > &
      CitationPatch<Content>;

/** What the results of tools add to the state: a call without one is refused here, so it is not reported again. */
export type ToolResultsPatch<State, Results> = SpokenTurn & AppendedPatch<State, 'messagesCache', Results>;

interface SpokenTurn {
  readonly lastTurn: 'user';
}

/** What an assistant turn adds to the state. */
export type AssistantPatch<State, Content> = Content extends MessageResponse
  ? { readonly lastTurn: 'assistant, to be resumed' }
  : { readonly lastTurn: AssistantTurn<Content> | Waiting<Field<State, 'lastTurn'>> } & AppendedPatch<
      State,
      'messagesCache',
      Content
    > &
      DocumentPatch<Content>;

/** The system prompt itself when all is well; else the sentence in place of what is at fault. */
export type SystemParameter<State, Content> = [RefusedSystem<State, Content>] extends [never]
  ? Content
  : NoInfer<MarkedSystem<State, Content>>;

/** The same for a turn of the user. */
export type UserParameter<State, Content> = [RefusedUser<State, Content>] extends [never]
  ? Content
  : NoInfer<MarkedUser<State, Content>>;

/** The same for a turn of the assistant. */
export type AssistantParameter<State, Content> = [RefusedAssistant<State, Content>] extends [never]
  ? Content
  : NoInfer<MarkedAssistant<State, Content>>;

/** Content that may be any string says nothing to the compiler; a literal one says all, and is cheap to look at. */
type RefusedSystem<State, Content> = string extends Content
  ? never
  : Content extends '' | readonly []
    ? never
    : Content extends string
      ? BlankRefusal<Content>
      : RefusedContent<'system', Content> | RefusedReplaced<State, 'systemCache', Content>;

/** An empty turn of the assistant may end the conversation; elsewhere the run time refuses it. */
type RefusedAssistant<State, Content> = Content extends ''
  ? never
  : Content extends string
    ? BlankRefusal<Content>
    : Content extends MessageResponse
      ? never
      : RefusedContent<'assistant', Content> | RefusedAppended<State, 'messagesCache', Content>;

/**
 * Of text nothing is asked that depends on the state, so a function may append it to any builder. Calls that it leaves
 * without results go on waiting, and `build()` tells.
 */
type RefusedUser<State, Content> = Content extends string
  ? BlankRefusal<Content>
  :
      | RefusedContent<'user', Content>
      | RefusedAppended<State, 'messagesCache', Content>
      | RefusedAnswer<Field<State, 'lastTurn'>, Content>
      | ('output' extends keyof State
          ? CitationsWithFormat<keyof CitationPatch<Content> & 'citations', State['output']>
          : never);

// Blocks are marked where they are at fault; what else is wrong refuses the content as a whole.

type MarkedUser<State, Content> = [RefusedContent<'user', Content>] extends [never]
  ? Because<RefusedUser<State, Content> & string>
  : MarkedContent<'user', Content>;

type MarkedAssistant<State, Content> = [RefusedContent<'assistant', Content>] extends [never]
  ? Because<RefusedAssistant<State, Content> & string>
  : MarkedContent<'assistant', Content>;

type MarkedSystem<State, Content> = [RefusedContent<'system', Content>] extends [never]
  ? Because<RefusedSystem<State, Content> & string>
  : MarkedContent<'system', Content>;
