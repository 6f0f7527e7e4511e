import type { MessageParam } from '../../wire/message-param.js';
import type { Field } from '../state.js';

/** Marks turns with a system message, which not every model accepts. */
export type SystemSpeaks = 'systemTurns';

/** The facts about turns that other methods and the client need, as a union of words. Most turns have none. */
export type TurnMarks<Messages extends readonly unknown[]> = Messages extends readonly TextTurn[]
  ? never
  : {
      // A turn of any role, as in a stored history, has no facts that could be refused. Only roles are compared: a
      // comparison of whole turns would cost more than all other checks of them.
      readonly [Place in keyof Messages]: MessageParam['role'] extends Field<Messages[Place], 'role'>
        ? Field<Messages[Place], 'content'> extends string
          ? never
          : 'cache' | 'calls'
        : MarksOfTurn<Messages[Place]>;
    }[number];

/** A turn of text alone. Most conversations have no other turns, and are checked without looking at each place. */
export interface TextTurn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** A system message without content that changes the effort. It is allowed anywhere. */
export interface EffortOnly {
  readonly role: 'system';
  readonly content: readonly [];
  readonly output_config: unknown;
}

/** The same for one turn. */
export type MarksOfTurn<Turn> = Turn extends { readonly role: infer Role; readonly content: infer Content }
  ? Role extends 'system'
    ? Turn extends EffortOnly
      ? never
      : SystemSpeaks | MarksOfContent<Role, Content>
    : Content extends string
      ? never
      : MarksOfContent<Role, Content>
  : never;

/** The same for the content of one turn. */
export type MarksOfContent<Role, Content> = Content extends string
  ? never
  : Content extends readonly (infer Block)[]
    ? MarksOfBlock<Role, Block>
    : MarksOfBlock<Role, Content>;

type MarksOfBlock<Role, Block> = Block extends unknown
  ?
      | (Block extends { readonly cache_control: object } ? 'cache' : never)
      | (Block extends { readonly type: infer Type } ? MarksOfType<Role, Type, Block> : never)
  : never;

type MarksOfType<Role, Type, Block> = Type extends keyof Marking<Role, Block>
  ? Marking<Role, Block>[Type]
  : never;

/**
 * By type of block: calls and results, citations, and documents, which API version 2026-10-21 accepts only from the
 * user.
 */
interface Marking<Role, Block> {
  readonly tool_use: 'calls';
  readonly tool_result: 'calls';
  readonly text: Role extends 'user' ? Cited<Block> : never;
  readonly document:
    | (Role extends 'assistant' ? 'assistantDocuments' : never)
    | (Role extends 'user' ? Citing<Block> : never);
  readonly search_result:
    | (Role extends 'user' ? Citing<Block> : never)
    | (Block extends { readonly content: readonly (infer Text)[] } ? Cited<Text> : never);
}

type Cited<Text> = Text extends { readonly citations: readonly [unknown, ...unknown[]] }
  ? 'userCitations'
  : never;

type Citing<Block> = Block extends { readonly citations: { readonly enabled: true } } ? 'citations' : never;

/** What marks set in a state: a field each, except marks that only the method itself uses. */
export type MarkedState<Marks> = [Exclude<Marks, 'cache' | 'calls'>] extends [never]
  ? unknown
  : { readonly [Mark in Exclude<Marks, 'cache' | 'calls'> & string]: true };
