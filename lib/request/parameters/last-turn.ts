import type { NoTurns } from '../state.js';

/**
 * The state of a conversation after these turns, as far as the types show. The last three decide. `unknown` for turns
 * that are only known at run time.
 */
export type LastTurn<Messages extends readonly unknown[]> = Messages extends readonly [infer Only]
  ? TurnAfter<NoTurns, Only>
  : Messages extends readonly [...infer Before, infer First, infer Second, infer Third]
    ? TurnAfter<TurnAfter<TurnAfter<Before extends readonly [] ? NoTurns : Unseen, First>, Second>, Third>
    : Messages extends readonly [infer First, infer Second]
      ? TurnAfter<TurnAfter<NoTurns, First>, Second>
      : unknown;

/** A turn before those that are checked. Its calls are unknown. */
export type Unseen = 'unseen';

/**
 * The state of a conversation after one more turn: the last role, which decides whether the request ends in a prefill,
 * and the calls that wait for results. Consecutive turns of one role are one turn.
 */
export type TurnAfter<Before, Message> = Message extends {
  readonly role: 'user';
  readonly content: infer Content;
}
  ? UserTurn<Before, Content>
  : Message extends { readonly role: 'assistant'; readonly content: infer Content }
    ? AssistantTurn<Content> | ('user' extends Before ? Exclude<Calls<Before>, Unseen> : Calls<Before>)
    : Message extends { readonly role: infer Speaker }
      ? string extends Speaker
        ? unknown
        : Speaker | Calls<Before>
      : never;

/** The same after a method that appends a user turn. */
export type TurnAfterUser<Turn, Content> = unknown extends Content
  ? unknown
  : Content extends string
    ? 'user' | Calls<Turn>
    : UserTurn<Turn, Content>;

/** The same after a method that appends an assistant turn, or an earlier answer. */
export type TurnAfterAssistant<Turn, Content> = unknown extends Content
  ? unknown
  : Content extends { readonly usage: unknown }
    ? 'assistant, to be resumed'
    : AssistantTurn<Content> | Calls<Turn>;

/** The same after a method that replaces all turns. */
export type TurnAfterMessages<Messages extends readonly unknown[]> = unknown extends Messages
  ? unknown
  : LastTurn<Messages>;

/** After results and nothing else, the remaining calls still wait. */
type UserTurn<Before, Content> =
  | 'user'
  | (IsResults<Content> extends true ? Waiting<Before, AnsweredBy<Content>> : never);

/**
 * How an assistant turn ends: text at the end of a request is a prefill, a call waits for its result, anything else may
 * be a turn to resume.
 */
type AssistantTurn<Content> = Content extends string
  ? AssistantText<Content>
  : Content extends readonly [...infer Blocks, infer Last]
    ? CallIn<Blocks[number]> | AssistantBlockTurn<Last>
    : AssistantBlockTurn<Content>;

type AssistantBlockTurn<Block> = Block extends { readonly type: 'text'; readonly text: infer Text }
  ? AssistantText<Text>
  : Block extends { readonly type: 'tool_use' }
    ? CallIn<Block>
    : Block extends { readonly type: 'thinking' }
      ? 'assistant, ending in thinking'
      : 'assistant, to be resumed';

/** Nothing is known about a call without a literal id. */
type CallIn<Block> = Block extends { readonly type: 'tool_use'; readonly id: infer Id extends string }
  ? string extends Id
    ? 'assistant, to be resumed'
    : `assistant, calling ${Id}`
  : never;

type AssistantText<Text> = Text extends `${string}${' ' | '\n' | '\t' | '\r'}`
  ? 'assistant, ending in white space'
  : 'assistant';

/** The calls that wait for results, except those with these ids. */
export type Waiting<Turn, Answered extends string> = Exclude<Calls<Turn>, `assistant, calling ${Answered}`>;

type Calls<Turn> = Turn extends `assistant, calling ${string}` | Unseen ? Turn : never;

/** The ids of the calls that content answers; any id, for a list of unknown content. */
export type AnsweredBy<Content> = Content extends readonly unknown[]
  ? number extends Content['length']
    ? string
    : AnsweredId<Content[number]>
  : AnsweredId<Content>;

type AnsweredId<Block> = Block extends {
  readonly type: 'tool_result';
  readonly tool_use_id: infer Id extends string;
}
  ? Id
  : never;

/** Whether content consists only of results. */
export type IsResults<Content> = [
  OtherBlock<Content extends readonly (infer Block)[] ? Block : Content>,
] extends [never]
  ? true
  : false;

type OtherBlock<Block> = Block extends { readonly type: 'tool_result' } ? never : 'other';
