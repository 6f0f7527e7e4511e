import type { ThinkingType } from '../../models/model-spec.js';
import type { OptionsOf } from '../../models/rule-of.js';
import type { Because } from '../../wire/because.js';
import type { ThinkingConfig } from '../../wire/thinking-config.js';
import type { ThinkingShape } from '../foreign-shapes.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { RefusedThinking, RefusedThinkingType, ThinkingPeer } from '../refusals.js';
import type { ExcessField, ExcessThinking } from '../rules/thinking-fields.js';
import type { Field, SentChoice } from '../state.js';

/** The argument of `thinking()` before any rule: a type, which is short for its object, or the object that is sent. */
export type ThinkingArgument = ThinkingType | ThinkingConfig | BudgetLess | boolean;

/** Thinking without its budget. It is included so that a sentence refuses it. */
interface BudgetLess {
  readonly type: 'enabled';
}

/** The argument itself if the state accepts it; else the accepted values, and the sentence that refuses this one. */
export type ThinkingParameter<State, Argument> = [Argument] extends [boolean]
  ? RefusalIfKnown<State, Argument, Lazy<Because<ThinkingShape>>>
  : [RefusedThinking<State, SentChoice<Argument>>] extends [never]
    ? Argument
    : RefusalIfKnown<State, Argument, Lazy<OfferAnyThinking<State, Argument>>>;

/**
 * The accepted values, and the sentence. No condition distributes over the argument, so that an error shows one type
 * and not one for each form of the argument.
 */
type OfferAnyThinking<State, Argument> = [Argument] extends [string]
  ? Exclude<AllowedThinking<State>, 'enabled'> | Because<RefusedThinking<State, SentChoice<Argument>>>
  : [Extract<Argument, string>] extends [never]
    ? ThinkingInstead<RefusedThinking<State, SentChoice<Argument>>, AllowedThinking<State>, Argument>
    : // For a value of a wider type, the compiler checks all arguments at once.
        | Exclude<AllowedThinking<State>, 'enabled'>
        | Extract<ThinkingConfig, { readonly type: AllowedThinking<State> }>
        | Because<ThinkingShape>;

/**
 * The refusal of an object is shown on its type, or, if the type is accepted, on its budget or an excess field.
 *
 * It is an interface because the compiler then evaluates its fields for refused arguments only.
 */
interface ThinkingInstead<Sentence extends string, Allowed, Argument> {
  readonly type: Allowed | Because<Sentence>;
  readonly budget_tokens: AtFault<'budget_tokens', FaultOf<Argument, Allowed>, Sentence>;
  readonly display?: AtFault<'display', FaultOf<Argument, Allowed>, Sentence>;
  readonly block_binding?: AtFault<'block_binding', FaultOf<Argument, Allowed>, Sentence>;
}

/** The fields on which the refusal of an object is shown. */
type FaultOf<Argument, Allowed> = [Argument] extends [{ readonly type: infer Type extends Allowed }]
  ? [Argument] extends [ExcessThinking]
    ? ExcessField<Type>
    : 'budget_tokens'
  : 'type';

type AtFault<Key, Fault, Sentence extends string> = [Key] extends [Fault] ? Because<Sentence> : unknown;

/** The accepted types: all of the model's, if no other field that matters is set. */
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
