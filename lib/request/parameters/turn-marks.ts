import type { MessageParam } from '../../wire/message-param.js';

/** Marks turns in which the system speaks: not every model takes one. */
export type SystemSpeaks = 'systemTurns';

/** What other steps and the client ask of turns, each word once: most turns have none. */
export type TurnMarks<Messages extends readonly unknown[]> = {
  // Of a turn that may be any, as in a stored history, nothing is known that could be refused.
  readonly [Place in keyof Messages]: [MessageParam] extends [Messages[Place]]
    ? 'cache' | 'calls'
    : MarksOfTurn<Messages[Place]>;
}[number];

/** A system message that says nothing and changes the effort: it may stand anywhere. */
export interface EffortOnly {
  readonly role: 'system';
  readonly content: readonly [];
  readonly output_config: unknown;
}

/** The same of one turn. */
export type MarksOfTurn<Turn> = Turn extends { readonly role: infer Role; readonly content: infer Content }
  ? Role extends 'system'
    ? Turn extends EffortOnly
      ? never
      : SystemSpeaks | MarksOfContent<Role, Content>
    : Content extends string
      ? never
      : MarksOfContent<Role, Content>
  : never;

/** The same of the content of one turn. */
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

/** By type of block: calls and results, citations, and documents, which API version 2026-10-21 takes of the user only. */
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

/** What marks set in a state: a field each, but for those that only the step itself looks at. */
export type MarkedState<Marks> = [Exclude<Marks, 'cache' | 'calls'>] extends [never]
  ? unknown
  : { readonly [Mark in Exclude<Marks, 'cache' | 'calls'> & string]: true };
