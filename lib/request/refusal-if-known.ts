import type { Because } from '../wire/because.js';

/**
 * The refusal of an argument, if the compiler can know it. Otherwise the argument itself, which the run time checks: if
 * the model is any string, if more may be set than the state shows, and in a function that is generic in its builder.
 *
 * In such a function the compiler cannot decide the condition. It checks the argument against both branches, except
 * those that no state leads to. With the condition in a tuple, it finds that no state leads to the refusal. This
 * requires the form below: no `infer`, nothing distributive, one condition after the other. The model is read without
 * `Field` because every step evaluates this type.
 */
export type RefusalIfKnown<State, Given, Refusal> = [Wide<State['model' & keyof State]>] extends [never]
  ? 'open' extends keyof State
    ? Given
    : Refusal
  : Given;

/** Not `never` for a model that is only known at run time. */
export type Wide<Model> = [string] extends [Model] ? 'wide' : never;

/**
 * The refusal of an argument, evaluated once there is an argument.
 *
 * Before the compiler infers an argument, it computes the constraint of the parameter, and for that it evaluates every
 * branch of a condition. For `infer Found extends Most` it takes `Most`. Without this type, each call on each builder
 * would evaluate the refusal of every possible argument. `Most` is a type to which every refusal is assignable; a list,
 * for a rest parameter.
 */
export type Lazy<Refusal, Most = AnyValue> = [Refusal] extends [infer Found extends Most] ? Found : never;

/** Any value. `unknown` would hide the accepted values from the editor. */
type AnyValue = string | number | boolean | object | null | undefined;

/** The same for a sentence. */
export type LazyBecause<Sentences> = [Sentences] extends [infer Sentence extends string]
  ? Because<Sentence>
  : never;

/** The argument itself, or the sentence that refuses it: the error then shows the sentence, on the argument. */
export type UnlessRefused<State, Refusal, Argument> = [Refusal] extends [never]
  ? Argument
  : RefusalIfKnown<State, Argument, Lazy<Refusal, string>>;
