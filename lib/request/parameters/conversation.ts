import type { Because } from '../../wire/because.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { OpenString } from '../../wire/open.js';
import type { CitationsWithFormat } from '../rules/citations-with-format.js';
import type { EmptyConversation } from '../rules/conversation.js';
import type { SystemMessages, SystemOpens } from '../rules/system-messages.js';
import type { Field } from '../state.js';
import type { RefusedAnswer } from './answers.js';
import type { RefusedTtls, TtlsOfTurns } from './cache.js';
import type { CitationPatch } from './citations.js';
import type { AssistantBlock, MarkedContent, RefusedContent, Role, UserBlock } from './content.js';
import type { DocumentPatch } from './documents.js';
import type { LastTurn, TurnAfter } from './last-turn.js';

/** A turn that `messages()` looks at, before any rule. */
export type TurnArgument =
  | MessageParam
  | WidenedTurn
  | { readonly role: 'user'; readonly content: readonly UserBlock[] }
  | { readonly role: 'assistant'; readonly content: readonly AssistantBlock[] };

/** A turn that was written elsewhere, without `as const`: who says it is known at run time. */
interface WidenedTurn {
  readonly role: OpenString<never>;
  readonly content: string;
}

/** The conversation itself when it can be sent; else the sentence, where it is at fault. */
export type ConversationParameter<State, Messages extends readonly TurnArgument[]> = [
  RefusedConversation<Field<State, 'model'>, Messages>,
] extends [never]
  ? [RefusedBeside<State, Messages>] extends [never]
    ? Messages
    : Because<RefusedBeside<State, Messages>>
  : NoInfer<MarkedConversation<Field<State, 'model'>, Messages>>;

/** Why turns that may be sent do not go with what the state has. */
type RefusedBeside<State, Messages extends readonly TurnArgument[]> =
  | RefusedTtls<State, 'messagesCache', TtlsOfTurns<Messages>>
  | CitationsWithFormat<keyof Citations<Messages> & 'citations', Field<State, 'output'>>;

type Citations<Messages extends readonly TurnArgument[]> = CitationPatch<
  Extract<Messages[number], { readonly role: 'user' }>['content']
>;

type RefusedConversation<M, Messages extends readonly unknown[]> = Messages extends readonly []
  ? EmptyConversation
  : Messages extends readonly [infer First, ...unknown[]]
    ? Opening<First> | RefusedMessages<M, Messages>
    : RefusedMessages<M, Messages>;

type Opening<Message> = Message extends EffortOnly
  ? never
  : Message extends { readonly role: 'system'; readonly content: unknown }
    ? SystemOpens
    : never;

/** A system message that says nothing and changes the effort: it may stand anywhere. */
interface EffortOnly {
  readonly role: 'system';
  readonly content: readonly [];
  readonly output_config: unknown;
}

/** Each literal message with the one before it in mind; a list that may hold anything is looked at as one. */
type RefusedMessages<
  M,
  Messages extends readonly unknown[],
  LastTurn = never,
  Refused = never,
> = Messages extends readonly [infer First, ...infer Rest]
  ? RefusedMessages<M, Rest, TurnAfter<LastTurn, First>, Refused | RefusedMessage<M, First, LastTurn>>
  : Refused | RefusedMessage<M, Messages[number], 'user'>;

type RefusedMessage<M, Message, LastTurn> = Message extends EffortOnly
  ? never
  : Message extends {
        readonly role: infer Speaker;
        readonly content: infer Content;
      }
    ? Speaker extends Role
      ?
          | RefusedContent<Speaker, Content>
          | (Speaker extends 'user' ? RefusedAnswer<LastTurn, Content> : never)
          | (Speaker extends 'system' ? SystemMessages<M> : never)
      : string extends Speaker
        ? never
        : UnknownRole
    : never;

/** What is none of the roles needs no more words than their names. */
type UnknownRole = 'unknown role';

type MarkedConversation<M, Messages extends readonly unknown[]> = Messages extends readonly []
  ? Because<EmptyConversation>
  : Messages extends readonly [infer First, ...infer Rest]
    ? [Opening<First>] extends [never]
      ? MarkedMessages<M, Messages>
      : readonly [{ readonly role: 'user' | 'assistant' | Because<Opening<First>> }, ...Rest]
    : MarkedMessages<M, Messages>;

type MarkedMessages<
  M,
  Messages extends readonly unknown[],
  LastTurn = never,
  Marked extends readonly unknown[] = [],
> = Messages extends readonly [infer First, ...infer Rest]
  ? MarkedMessages<M, Rest, TurnAfter<LastTurn, First>, [...Marked, MarkedMessage<M, First, LastTurn>]>
  : readonly [
      ...Marked,
      ...{ readonly [Index in keyof Messages]: MarkedMessage<M, Messages[Index], 'user'> },
    ];

type MarkedMessage<M, Message, LastTurn> = [RefusedMessage<M, Message, LastTurn>] extends [never]
  ? Message
  : Message extends { readonly role: infer Speaker extends Role; readonly content: infer Content }
    ? [RefusedContent<Speaker, Content>] extends [never]
      ? Speaker extends 'system'
        ? { readonly role: 'user' | 'assistant' | Because<SystemMessages<M>> }
        : { readonly role: Speaker; readonly content: Because<RefusedMessage<M, Message, LastTurn> & string> }
      : { readonly role: Speaker; readonly content: MarkedContent<Speaker, Content> }
    : { readonly role: 'user' | 'assistant' | 'system' };

/** What a conversation sets in the state; the one before, with its breakpoints, is gone. */
export type ConversationPatch<State, Messages extends readonly TurnArgument[]> = {
  readonly lastTurn: LastTurn<Messages>;
} & Citations<Messages> &
  DocumentPatch<Extract<Messages[number], { readonly role: 'assistant' }>['content']> &
  (TtlsOfTurns<Messages> extends readonly []
    ? 'messagesCache' extends keyof State
      ? { readonly messagesCache: readonly [] }
      : unknown
    : { readonly messagesCache: TtlsOfTurns<Messages> });
