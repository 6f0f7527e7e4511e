import type { Because } from '../../wire/because.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { Orphan, Unanswered } from '../rules/tool-results.js';
import type { NoTurns } from '../state.js';
import type { RefusedAppended } from './cache.js';
import type { MarkedContent, RefusedContent } from './content.js';
import type { AnsweredBy, IsResults, Waiting } from './last-turn.js';

/** The results themselves if each answers a call; else the sentence. */
export type ToolResultsParameter<State, Turn, Results> = [RefusedResults<State, Turn, Results>] extends [
  never,
]
  ? Results
  : RefusalIfKnown<State, Results, Lazy<MarkedResults<State, Turn, Results>>>;

/** Calls may be answered in several steps, so `build()` reports the results that are missing. */
type RefusedResults<State, Turn, Results> = unknown extends Results
  ? never
  :
      | RefusedContent<'user', Results>
      | RefusedAppended<State, 'messagesCache', Results>
      | Orphans<Turn, AnsweredBy<Results>>;

type MarkedResults<State, Turn, Results> = [RefusedContent<'user', Results>] extends [never]
  ? Because<RefusedResults<State, Turn, Results> & string>
  : MarkedContent<'user', Results>;

/** The refusal of a user turn after the turn before. */
export type RefusedAnswer<Turn, Content> = Content extends string
  ? UnansweredCalls<Turn, never>
  :
      | Orphans<Turn, AnsweredBy<Content>>
      | (IsResults<Content> extends true ? never : UnansweredCalls<Turn, AnsweredBy<Content>>);

/** Refuses calls without a result. For a list of unknown results, none is refused. */
export type UnansweredCalls<Turn, Answered extends string> = string extends Answered
  ? never
  : UnansweredIn<Waiting<Turn, Answered>>;

type UnansweredIn<Turn> = Turn extends `assistant, calling ${infer Id}` ? Unanswered<Id> : never;

/** Refuses results without a call, if all calls are known. */
type Orphans<Turn, Answered extends string> = [Answered] extends [never]
  ? never
  : string extends Answered
    ? never
    : [Turn] extends [KnownTurn]
      ? OrphansAfter<Turn, Answered>
      : never;

type KnownTurn = NoTurns | 'assistant' | 'assistant, ending in white space' | `assistant, calling ${string}`;

type OrphansAfter<Turn, Id extends string> = Id extends unknown
  ? `assistant, calling ${Id}` extends Turn
    ? never
    : Orphan<Id>
  : never;
