import type { ThinkingType } from '../../models/model-spec.js';
import type { OptionsOf } from '../../models/rule-of.js';
import type { Because } from '../../wire/because.js';
import type { ThinkingAdaptive, ThinkingConfig } from '../../wire/thinking-config.js';
import type { ThinkingShape } from '../foreign-shapes.js';
import type { RefusedThinking, RefusedThinkingType, ThinkingPeer } from '../refusals.js';
import type { ExcessField, ExcessThinking } from '../rules/thinking-fields.js';
import type { Field, Told } from '../state.js';
import type { SentChoice } from './choice.js';

/** What `thinking()` looks at before any rule: a type, which is short for its object, or the object that is sent. */
export type ThinkingArgument = ThinkingType | ThinkingConfig | BudgetLess | boolean;

/** Thinking that lacks its budget: looked at, and told so. */
interface BudgetLess {
  readonly type: 'enabled';
}

/** The argument itself when the state takes it; else what the state takes, and why not this. */
export type ThinkingParameter<State, Argument> = [Argument] extends [boolean]
  ? Told<State, Argument, Because<ThinkingShape>>
  : [RefusedThinking<State, SentChoice<Argument>>] extends [never]
    ? Argument
    : Told<
        State,
        Argument,
        OfferAnyThinking<Argument, RefusedThinking<State, SentChoice<Argument>>, AllowedThinking<State>>
      >;

/**
 * What would do instead. The editor asks the short forms for it, so only the sentence is kept from inference there.
 *
 * Not one condition distributes over the argument: the compiler would work out every sentence of every argument, for
 * each builder, only to know that the parameter may be a literal.
 */
type OfferAnyThinking<Argument, Sentence extends string, Allowed> = [Argument] extends [string]
  ? OfferThinking<Sentence, Allowed>
  : [Extract<Argument, string>] extends [never]
    ? NoInfer<OfferThinkingObject<Argument, Sentence, Allowed>>
    : // Of a value of a wider type the compiler looks at any argument at once.
        | Exclude<Allowed, 'enabled'>
        | Extract<ThinkingConfig, { readonly type: Allowed }>
        | Because<ThinkingShape>;

type OfferThinking<Sentence extends string, Allowed> =
  | Exclude<Allowed, 'enabled'>
  | NoInfer<Because<Sentence>>;

/** The refusal of an object lands on its type, or where that is allowed on its budget or on a field too many. */
type OfferThinkingObject<Argument, Sentence extends string, Allowed> = [Argument] extends [
  {
    readonly type: infer Type extends Allowed;
  },
]
  ? [Argument] extends [ExcessThinking]
    ? {
        readonly [Key in keyof Argument]: Key extends ExcessField<Type> ? Because<Sentence> : Argument[Key];
      }
    : ThinkingOptions & { readonly type: Type; readonly budget_tokens: Sentence }
  : Extract<ThinkingConfig, { readonly type: Allowed }> | { readonly type: Because<Sentence> };

type ThinkingOptions = Omit<ThinkingAdaptive, 'type'>;

/** The types that would do: all of the model's, where nothing else is set that has a say. */
type AllowedThinking<State> = [keyof State & ThinkingPeer] extends [never]
  ? 0 extends Field<State, 'maxTokens'>
    ? AllowedBeside<State>
    : OptionsOf<Field<State, 'model'>, 'thinking'>
  : AllowedBeside<State>;

type AllowedBeside<State> = State extends unknown
  ? {
      [Type in ThinkingType]: [RefusedThinkingType<State, Type>] extends [never] ? Type : never;
    }[ThinkingType]
  : never;
