import type { MessageParam } from '../../wire/message-param.js';
import type { Orphan, Unanswered } from '../rules/tool-results.js';

/** Who spoke last, as far as the types tell: it decides whether the request ends in a prefill. */
export type LastTurn<Messages extends readonly unknown[]> = Messages extends readonly [...infer _, infer Last]
  ? TurnOf<Last>
  : MessageParam['role'];

/** How a turn leaves the conversation. */
export type TurnOf<Message> = Message extends { readonly role: 'assistant'; readonly content: infer Content }
  ? AssistantTurn<Content>
  : Message extends { readonly role: infer Speaker }
    ? Speaker
    : never;

/**
 * How an assistant turn ends: text that ends a request is a prefill, a call waits for its result, anything else may be a
 * turn to resume.
 */
export type AssistantTurn<Content> = Content extends string
  ? AssistantText<Content>
  : Content extends readonly [...infer _, infer Last]
    ? AssistantBlockTurn<Last>
    : AssistantBlockTurn<Content>;

type AssistantBlockTurn<Block> = Block extends { readonly type: 'text'; readonly text: infer Text }
  ? AssistantText<Text>
  : Block extends { readonly type: 'tool_use'; readonly id: infer Id extends string }
    ? string extends Id
      ? 'assistant, to be resumed'
      : `assistant, calling ${Id}`
    : 'assistant, to be resumed';

type AssistantText<Text> = Text extends `${string}${' ' | '\n' | '\t' | '\r'}`
  ? 'assistant, ending in white space'
  : 'assistant';

/** Why a user turn does not go after the turn before, `never` standing for none: a call waits for its result. */
export type RefusedAnswer<LastTurn, Content> = [LastTurn] extends [never]
  ? Content extends string
    ? never
    : FirstBlock<Content> extends {
          readonly type: 'tool_result';
          readonly tool_use_id: infer Id extends string;
        }
      ? string extends Id
        ? never
        : Orphan<Id>
      : never
  : LastTurn extends `assistant, calling ${infer Id}`
    ? FirstBlock<Content> extends { readonly type: 'tool_result' }
      ? never
      : Unanswered<Id>
    : never;

/** What literal content begins with; `tool_result` for a list that may hold anything. */
type FirstBlock<Content> = Content extends readonly [infer First, ...unknown[]]
  ? First
  : Content extends readonly unknown[]
    ? { readonly type: 'tool_result' }
    : Content;
