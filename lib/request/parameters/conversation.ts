import type { Because } from '../../wire/because.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { OpenString } from '../../wire/open.js';
import type { StrayFields } from '../foreign-shapes.js';
import type { Lazy, LazyBecause, RefusalIfKnown } from '../refusal-if-known.js';
import type { CitationsWithFormat } from '../rules/citations-with-format.js';
import type { EmptyConversation } from '../rules/conversation.js';
import type { SystemMessages, SystemOpens } from '../rules/system-messages.js';
import type { Field, NoTurns } from '../state.js';
import type { RefusedAnswer } from './answers.js';
import type { RefusedTtls, TtlsOfTurns } from './cache.js';
import type { Answer, AssistantBlock, MarkedContent, RefusedContent, Role, UserBlock } from './content.js';
import type { TurnAfter, Unseen } from './last-turn.js';
import type {
  EffortOnly,
  MarkedState,
  MarksOfTurn,
  SystemSpeaks,
  TextTurn,
  TurnMarks,
} from './turn-marks.js';

/** A turn in `messages()` before any rule. */
export type TurnArgument =
  | MessageParam
  | WidenedTurn
  | { readonly role: 'user'; readonly content: readonly UserBlock[] }
  | { readonly role: 'assistant'; readonly content: readonly AssistantBlock[] };

/** A turn that was written elsewhere, without `as const`: its role is known at run time. */
interface WidenedTurn {
  readonly role: OpenString<never>;
  readonly content: string;
}

/** The conversation itself if it can be sent; else the sentence, at the wrong place. */
export type ConversationParameter<State, Messages extends readonly unknown[], Marks = TurnMarks<Messages>> = [
  RefusedConversation<Field<State, 'model'>, Messages, Marks>,
] extends [never]
  ? [RefusedBeside<State, Messages, Marks>] extends [never]
    ? Messages
    : RefusalIfKnown<State, Messages, LazyBecause<RefusedBeside<State, Messages, Marks>>>
  : RefusalIfKnown<State, Messages, Lazy<MarkedConversation<Field<State, 'model'>, Messages, Marks>>>;

/** The refusal of a conversation, by itself or together with the state. */
export type RefusedMessages<State, Messages extends readonly unknown[], Marks = TurnMarks<Messages>> =
  | RefusedConversation<Field<State, 'model'>, Messages, Marks>
  | RefusedBeside<State, Messages, Marks>;

/** The refusal of valid turns together with the state. */
type RefusedBeside<State, Messages extends readonly unknown[], Marks> = unknown extends Messages
  ? never
  :
      | ('cache' extends Marks ? RefusedTtls<State, 'messagesCache', TtlsOfTurns<Messages>> : never)
      | ('citations' extends Marks ? CitationsWithFormat<'citations', Field<State, 'output'>> : never);

type RefusedConversation<M, Messages extends readonly unknown[], Marks> = unknown extends Messages
  ? never
  : Messages extends readonly []
    ? EmptyConversation
    :
        | RefusedTurns<M, Messages>
        | (SystemSpeaks extends Marks ? Opening<Messages> : never)
        | ('calls' extends Marks ? RefusedAnswers<Messages> : never);

type Opening<Messages extends readonly unknown[]> =
  SystemSpeaks extends MarksOfTurn<Messages[0]> ? IfSystem<Messages[0], SystemOpens> : never;

/** In a list that was read or mapped, a turn may have any role, which the run time checks. */
type IfSystem<Turn, Refusal> = [Turn] extends [{ readonly role: 'system' }] ? Refusal : never;

/** Each turn by itself. */
type RefusedTurns<M, Messages extends readonly unknown[]> = Messages extends readonly TextTurn[]
  ? RefusedTurn<M, Messages[number]>
  : {
      readonly [Place in keyof Messages]: RefusedTurn<M, Messages[Place]>;
    }[number];

type RefusedTurn<M, Turn, Whole = Turn> = Turn extends EffortOnly
  ? never
  : Turn extends { readonly role: infer Speaker; readonly content: infer Content }
    ? Speaker extends Role
      ? Speaker extends 'system'
        ? RefusedContent<Speaker, Content> | IfSystem<Whole, SystemMessages<M>>
        : RefusedContent<Speaker, Content> | StrayFields<Turn>
      : string extends Speaker
        ? never
        : UnknownRole
    : never;

/** For an unknown role the names of the roles are enough. */
type UnknownRole = 'unknown role';

/**
 * Each turn with the turns before it: calls without results, and results without calls.
 *
 * `One` and `Two` are the turns moved by one place and by two, so that each place has the turns before it. They are
 * parameters: a list that a condition infers is copied, turn by turn, for each place.
 */
type RefusedAnswers<
  Messages extends readonly unknown[],
  One = readonly [never, ...Messages],
  Two = readonly [never, never, ...Messages],
> = {
  readonly [Place in keyof Messages]: RefusedAnswerAt<Messages[Place], One, Two, Place>;
}[number];

type RefusedAnswerAt<Turn, One, Two, Place> = Turn extends {
  readonly role: 'user';
  readonly content: infer Content;
}
  ? RefusedAnswer<TurnBefore<At<Two, Place>, At<One, Place>>, Content>
  : never;

/** The type at a place. `Turns[Place]` would create a union of all places each time. */
type At<Turns, Place> = Turns extends { readonly [Key in Place & string]: infer Turn } ? Turn : Unseen;

/** The state of the conversation before a turn. Calls that are answered over more than two turns are not checked. */
type TurnBefore<Two, One> = [One] extends [never]
  ? NoTurns
  : [Two] extends [never]
    ? TurnAfter<NoTurns, One>
    : TurnAfter<TurnAfter<Unseen, Two>, One>;

type MarkedConversation<M, Messages extends readonly unknown[], Marks> = Messages extends readonly []
  ? Because<EmptyConversation>
  : [SystemSpeaks extends Marks ? Opening<Messages> : never] extends [never]
    ? MarkedTurns<M, Messages>
    : Messages extends readonly [unknown, ...infer Rest]
      ? readonly [{ readonly role: 'user' | 'assistant' | Because<SystemOpens> }, ...Rest]
      : Because<SystemOpens>;

type MarkedTurns<
  M,
  Messages extends readonly unknown[],
  One = readonly [never, ...Messages],
  Two = readonly [never, never, ...Messages],
> = {
  readonly [Place in keyof Messages]: [RefusedTurn<M, Messages[Place]>] extends [never]
    ? [RefusedAnswerAt<Messages[Place], One, Two, Place>] extends [never]
      ? Messages[Place]
      : {
          readonly role: 'user';
          readonly content: Because<RefusedAnswerAt<Messages[Place], One, Two, Place> & string>;
        }
    : MarkedTurn<M, Messages[Place]>;
};

type MarkedTurn<M, Turn> = Turn extends {
  readonly role: infer Speaker extends Role;
  readonly content: infer Content;
}
  ? Turn extends Answer
    ? Because<StrayFields<Turn>>
    : [RefusedContent<Speaker, Content>] extends [never]
      ? [Speaker] extends ['system']
        ? { readonly role: 'user' | 'assistant' | Because<SystemMessages<M>> }
        : {
            readonly [Key in keyof Turn]: Key extends 'role' | 'content'
              ? Turn[Key]
              : Because<StrayFields<Pick<Turn, Key>>>;
          }
      : { readonly role: Speaker; readonly content: MarkedContent<Speaker, Content> }
  : { readonly role: 'user' | 'assistant' | 'system' };

/** What a conversation sets in the state. The previous conversation and its breakpoints are removed. */
export type ConversationPatch<
  State,
  Messages extends readonly unknown[],
  Marks = TurnMarks<Messages>,
> = ('cache' extends Marks
  ? { readonly messagesCache: TtlsOfTurns<Messages> }
  : 'messagesCache' extends keyof State
    ? { readonly messagesCache: readonly [] }
    : unknown) &
  MarkedState<Marks>;
