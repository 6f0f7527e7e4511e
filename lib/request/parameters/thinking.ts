import type { ThinkingType } from '../../models/model-spec.js';
import type { Because } from '../../wire/because.js';
import type { ThinkingAdaptive, ThinkingConfig } from '../../wire/thinking-config.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

/** The types of thinking that need no other field, and so have a short form. */
export type ThinkingShorthand = Exclude<ThinkingType, 'enabled'>;

/** What `thinking()` takes before any rule: a short form, or the object that is sent. */
export type ThinkingArgument = ThinkingShorthand | ThinkingConfig;

/** What is sent for an argument of `thinking()`. */
export type ThinkingOf<Argument> = Argument extends string ? { readonly type: Argument } : Argument;

/** The argument itself when the state takes it; else what the state takes, and why not this. */
export type ThinkingParameter<State, Argument> = [RefusedThinking<State, Argument>] extends [never]
  ? Argument
  : Argument extends string
    ? AllowedShorthand<State> | Because<RefusedThinking<State, Argument>>
    : RefusedConfig<State, Argument, RefusedThinking<State, Argument>>;

type RefusedThinking<State, Argument> = Refusal<With<State, { thinking: ThinkingOf<Argument> }>, 'thinking'>;

type AllowedShorthand<State> = State extends unknown
  ? {
      [Type in ThinkingShorthand]: [RefusedThinking<State, Type>] extends [never] ? Type : never;
    }[ThinkingShorthand]
  : never;

type AllowedType<State> = State extends unknown
  ? {
      [Type in ThinkingType]: [RefusedThinking<State, { readonly type: Type }>] extends [never]
        ? Type
        : never;
    }[ThinkingType]
  : never;

/** The refusal of an object lands on its budget where the type is allowed, else on its type. */
type RefusedConfig<State, Argument, Sentence extends string> = Argument extends {
  readonly type: infer Type extends AllowedType<State>;
}
  ? ShownThinking & { readonly type: Type; readonly budget_tokens: Sentence }
  : ShownThinking & {
      readonly type: AllowedType<State> | Because<Sentence>;
      readonly budget_tokens?: number | undefined;
    };

type ShownThinking = Omit<ThinkingAdaptive, 'type'>;
