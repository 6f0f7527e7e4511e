import type { Because } from '../../wire/because.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { RefusedContent } from './content.js';

/** The conversation itself when it can be sent; else the sentence, where it is at fault. */
export type ConversationParameter<
  _State,
  Messages extends readonly MessageParam[],
> = Messages extends readonly []
  ? Because<EmptyConversation>
  : Messages extends readonly [{ readonly role: 'system' }, ...infer Rest]
    ? readonly [{ readonly role: 'user' | 'assistant' | Because<SystemOpens> }, ...Rest]
    : [RefusedContent<Messages[number]['content']>] extends [never]
      ? Messages
      : { readonly [Index in keyof Messages]: MarkedMessage<Messages[Index]> };

export type EmptyConversation = 'a conversation needs a turn: messages must not be empty';
export type SystemOpens = 'a system message cannot open the conversation: use system()';

type MarkedMessage<Message> = Message extends { readonly role: infer Role; readonly content: infer Content }
  ? [RefusedContent<Content>] extends [never]
    ? Message
    : { readonly role: Role; readonly content: Because<RefusedContent<Content>> }
  : Message;

/** Who spoke last, as far as the types tell: it decides whether the request ends in a prefill. */
export type LastTurn<Messages extends readonly MessageParam[]> = Messages extends readonly [
  ...infer _,
  infer Last extends MessageParam,
]
  ? Last extends { readonly role: 'assistant'; readonly content: infer Content }
    ? AssistantTurn<Content>
    : Last['role']
  : MessageParam['role'];

/**
 * How an assistant turn ends: text that ends a request is a prefill, anything else may be a turn to resume.
 */
export type AssistantTurn<Content> = Content extends string
  ? AssistantText<Content>
  : Content extends { readonly type: 'text'; readonly text: infer Text }
    ? AssistantText<Text>
    : Content extends readonly [...infer _, { readonly type: 'text'; readonly text: infer Text }]
      ? AssistantText<Text>
      : 'assistant, to be resumed';

type AssistantText<Text> = Text extends `${string}${' ' | '\n' | '\t' | '\r'}`
  ? 'assistant, ending in white space'
  : 'assistant';

/** What a conversation sets in the state; the one before, with its breakpoints, is gone. */
export type ConversationPatch<State, Messages extends readonly MessageParam[]> = {
  readonly lastTurn: LastTurn<Messages>;
} & (State extends { readonly messagesCache: unknown } ? { readonly messagesCache: readonly [] } : unknown);
