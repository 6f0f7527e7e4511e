import type { Because } from '../../wire/because.js';
import type { Orphan, Unanswered } from '../rules/tool-results.js';
import type { Field } from '../state.js';
import type { RefusedAppended } from './cache.js';
import type { MarkedContent, RefusedContent } from './content.js';
import type { AnsweredBy, IsResults, Waiting } from './last-turn.js';

/** The results themselves when each literal call has its own; else the sentence. */
export type ToolResultsParameter<State, Results> = [RefusedResults<State, Results>] extends [never]
  ? Results
  : NoInfer<MarkedResults<State, Results>>;

/** `toolResults()` answers all calls; a turn of `user()` may answer some, and the next one the others. */
type RefusedResults<State, Results> =
  | RefusedContent<'user', Results>
  | RefusedAppended<State, 'messagesCache', Results>
  | Orphans<Field<State, 'lastTurn'>, AnsweredBy<Results>>
  | UnansweredCalls<Field<State, 'lastTurn'>, AnsweredBy<Results>>;

type MarkedResults<State, Results> = [RefusedContent<'user', Results>] extends [never]
  ? Because<RefusedResults<State, Results> & string>
  : MarkedContent<'user', Results>;

/** Why a user turn does not go after the turn before, `never` standing for none. */
export type RefusedAnswer<LastTurn, Content> = Content extends string
  ? UnansweredCalls<LastTurn, never>
  :
      | Orphans<LastTurn, AnsweredBy<Content>>
      | (IsResults<Content> extends true ? never : UnansweredCalls<LastTurn, AnsweredBy<Content>>);

/** Refuses the calls that are left without a result; none by a list that may hold any, whatever was called. */
export type UnansweredCalls<LastTurn, Answered extends string> = string extends Answered
  ? never
  : UnansweredIn<Waiting<LastTurn, Answered>>;

type UnansweredIn<Turn> = Turn extends `assistant, calling ${infer Id}` ? Unanswered<Id> : never;

/** Refuses the results of calls that nobody made, where all calls are known. */
type Orphans<LastTurn, Answered extends string> = [Answered] extends [never]
  ? never
  : string extends Answered
    ? never
    : [LastTurn] extends [KnownTurn]
      ? OrphansAfter<LastTurn, Answered>
      : never;

type KnownTurn = 'assistant' | 'assistant, ending in white space' | `assistant, calling ${string}`;

type OrphansAfter<LastTurn, Id extends string> = Id extends unknown
  ? `assistant, calling ${Id}` extends LastTurn
    ? never
    : Orphan<Id>
  : never;
