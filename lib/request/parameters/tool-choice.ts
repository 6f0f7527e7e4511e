import type { Because } from '../../wire/because.js';
import type { ToolChoice } from '../../wire/tool-choice.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

/** The tool choices that need no other field, and so have a short form. */
export type ToolChoiceShorthand = Exclude<ToolChoice['type'], 'tool'>;

/** What `toolChoice()` takes before any rule: a short form, or the object that is sent. */
export type ToolChoiceArgument = ToolChoiceShorthand | ToolChoice;

/** What is sent for an argument of `toolChoice()`. */
export type ToolChoiceOf<Argument> = Argument extends string ? { readonly type: Argument } : Argument;

/** The argument itself when the state takes it; else what the state takes, and why not this. */
export type ToolChoiceParameter<State, Argument> = [RefusedChoice<State, Argument>] extends [never]
  ? Argument
  : Argument extends string
    ? AllowedShorthand<State> | Because<RefusedChoice<State, Argument>>
    : RefusedObject<State, Argument, RefusedChoice<State, Argument>>;

type RefusedChoice<State, Argument> = Refusal<
  With<State, { toolChoice: ToolChoiceOf<Argument> }>,
  'toolChoice'
>;

type AllowedShorthand<State> = State extends unknown
  ? {
      [Type in ToolChoiceShorthand]: [RefusedChoice<State, Type>] extends [never] ? Type : never;
    }[ToolChoiceShorthand]
  : never;

type AllowedType<State> = State extends unknown
  ? {
      [Type in ToolChoice['type']]: [RefusedChoice<State, { readonly type: Type }>] extends [never]
        ? Type
        : never;
    }[ToolChoice['type']]
  : never;

type NamesOf<State> = State extends { readonly tools: infer Tools } ? keyof Tools & string : string;

/** The refusal of an object lands on its name where the type is allowed, else on its type. */
type RefusedObject<State, Argument, Sentence extends string> = Argument extends {
  readonly type: infer Type extends AllowedType<State>;
}
  ? {
      readonly type: Type;
      readonly name: NamesOf<State> | Because<Sentence>;
      readonly disable_parallel_tool_use?: boolean | undefined;
    }
  : {
      readonly name?: string | undefined;
      readonly disable_parallel_tool_use?: boolean | undefined;
      readonly type: AllowedType<State> | Because<Sentence>;
    };
