import type { BlankRefusal } from '../../content/blank-text.js';
import type { MessageResponse } from '../../content/message-response.js';
import type { Because } from '../../wire/because.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { CitationsWithFormat } from '../rules/citations-with-format.js';
import type { NextState } from '../state.js';
import type { RefusedAnswer } from './answers.js';
import type { AppendedPatch, RefusedAppended, RefusedReplaced, ReplacedPatch } from './cache.js';
import type { MarkedContent, RefusedContent } from './content.js';
import type { MarkedState, MarksOfContent } from './turn-marks.js';

/** What a system prompt sets in the state. */
export type SystemPatch<State, Content> = ReplacedPatch<State, 'systemCache', Content>;

/** The state after one more turn. Text adds nothing to it, and the last role is kept outside the state. */
export type AfterTurn<State, Role, Content> = string extends Content
  ? State
  : Content extends string
    ? State
    : Content extends { readonly usage: unknown }
      ? State
      : NextState<State, Content, TurnPatch<State, Role, Content>>;

type TurnPatch<State, Role, Content> = AppendedPatch<State, 'messagesCache', Content> &
  MarkedState<MarksOfContent<Role, Content>>;

/** The system prompt itself if it is accepted; else the sentence in place of the wrong part. */
export type SystemParameter<State, Content> = [RefusedSystem<State, Content>] extends [never]
  ? Content
  : RefusalIfKnown<State, Content, Lazy<MarkedSystem<State, Content>>>;

/** The same for a user turn. */
export type UserParameter<State, Turn, Content> = [RefusedUser<State, Turn, Content>] extends [never]
  ? Content
  : RefusalIfKnown<State, Content, Lazy<MarkedUser<State, Turn, Content>>>;

/** The same for an assistant turn. */
export type AssistantParameter<State, Content> = [RefusedAssistant<State, Content>] extends [never]
  ? Content
  : RefusalIfKnown<State, Content, Lazy<MarkedAssistant<State, Content>>>;

/** Content of type `string` tells the compiler nothing; a literal is cheap to check. */
export type RefusedSystem<State, Content> = string extends Content
  ? RefusedContent<'system', Exclude<Content, string>>
  : Content extends '' | readonly []
    ? never
    : Content extends string
      ? BlankRefusal<Content>
      : RefusedContent<'system', Content> | RefusedReplaced<State, 'systemCache', Content>;

/** An empty assistant turn is allowed at the end; elsewhere it is refused at run time. */
type RefusedAssistant<State, Content> = unknown extends Content
  ? never
  : Content extends ''
    ? never
    : Content extends string
      ? BlankRefusal<Content>
      : Content extends MessageResponse
        ? never
        : RefusedContent<'assistant', Content> | RefusedAppended<State, 'messagesCache', Content>;

/**
 * No rule about text depends on the state, so a function may append text to any builder. `build()` reports calls that
 * are left without results.
 */
type RefusedUser<State, Turn, Content> = unknown extends Content
  ? never
  : Content extends string
    ? BlankRefusal<Content>
    :
        | RefusedContent<'user', Content>
        | RefusedAppended<State, 'messagesCache', Content>
        | RefusedAnswer<Turn, Content>
        | ('output' extends keyof State
            ? CitationsWithFormat<MarksOfContent<'user', Content> & 'citations', State['output']>
            : never);

// Blocks are marked where they are wrong; any other problem refuses the content as a whole.

type MarkedUser<State, Turn, Content> = [RefusedContent<'user', Content>] extends [never]
  ? Because<RefusedUser<State, Turn, Content> & string>
  : MarkedContent<'user', Content>;

type MarkedAssistant<State, Content> = [RefusedContent<'assistant', Content>] extends [never]
  ? Because<RefusedAssistant<State, Content> & string>
  : MarkedContent<'assistant', Content>;

type MarkedSystem<State, Content> = [RefusedContent<'system', Content>] extends [never]
  ? Because<RefusedSystem<State, Content> & string>
  : MarkedContent<'system', Content>;
