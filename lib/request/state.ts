import type { DefinedModel } from '../models/defined-model.js';

/**
 * What is known of a builder whose steps the compiler has not seen: nothing but that it has a model. Every state is one.
 *
 * `open` says that more may be set than the state shows; a step that sets a literal model does not take it away.
 */
export interface AnyState {
  readonly model: string | DefinedModel;
  readonly open?: true;
}

/** Where the conversation of a new builder stands. A word, since `never` would pass for every other turn. */
export type NothingSaid = 'nothing said';

/**
 * What is set after a step: the state itself where the step adds nothing, so that a conversation of any length is one
 * state, and not a tower of as many.
 *
 * An argument that has lost its type, `any`, sets what `Lost` says. The compiler passes one, too, when it checks that
 * the builder is covariant.
 */
export type NextState<State, Given, Patch> = unknown extends Given
  ? State
  : [keyof Patch] extends [never]
    ? State
    : With<State, Patch>;

/** The same for a step that always adds something; of what has lost its type it is known that it is there. */
export type NextWith<State, Given, Patch> = unknown extends Given ? State & Patch : With<State, Patch>;

/** The same where what is added depends on the state: `Lost` is what is known of an argument that has lost its type. */
export type NextOf<State, Given, Patch, Lost> = unknown extends Given ? State & Lost : With<State, Patch>;

/**
 * The refusal of an argument, where the compiler can know: the argument itself, for the run time to look at, where the
 * model is any string, where more may be set than the state shows, and in a function that is generic in its builder.
 *
 * In such a function the compiler cannot decide the condition, so it asks whether the argument fits both branches, less
 * those that no state leads to. With the question in a tuple it finds that none leads to the refusal. Hence the forms
 * below: no `infer`, nothing distributive, the two questions one after the other.
 */
export type Told<State, Given, Refusal> = [Wide<Field<State, 'model'>>] extends [never]
  ? 'open' extends keyof State
    ? Given
    : Refusal
  : Given;

/** Not `never` for a model that is only known at run time. */
export type Wide<Model> = [string] extends [Model] ? 'wide' : never;

/**
 * What is set after `Patch` on top of `State`: one flat object, whatever came before.
 *
 * The condition, which always holds, makes the compiler print the object itself, not a tower of `With<With<…>>`, in
 * hovers, in errors, and in the declarations of a package that exports a builder.
 */
export type With<State, Patch, Both = State & Patch> = [keyof State & keyof Patch] extends [never]
  ? { readonly [Key in keyof Both]: Both[Key] }
  : {
      readonly [Key in keyof State | keyof Patch]: Key extends keyof Patch
        ? Patch[Key]
        : State[Key & keyof State];
    };

/** What is set when a step may have been taken: each field as it was or as it is after the step; what is new, or not. */
export type Either<Before, After> = [keyof After] extends [never]
  ? Before
  : {
      readonly [Key in keyof After]: Key extends keyof Before
        ? Key extends 'tools'
          ? After[Key]
          : Before[Key] | After[Key]
        : Key extends 'output'
          ? After[Key] | undefined
          : After[Key];
    };

/**
 * What a state says of one thing; `never` when it says nothing.
 *
 * A rule reads its fields this way and asks about them alone: the compiler then remembers the answer for every state
 * that agrees in them.
 */
export type Field<State, Key extends string> = State[Key & keyof State];

/** The `type` of a choice that is sent as an object. */
export type TypeOf<Choice> = Choice extends { readonly type: infer Type extends string } ? Type : never;

/** The type of thinking that a state has. */
export type ThinkingOf<State> = TypeOf<Field<State, 'thinking'>>;

/** The type of tool choice that a state has. */
export type ChoiceType<State> = TypeOf<Field<State, 'toolChoice'>>;

/** The argument itself, or the sentence that refuses it: an error then shows the sentence, on the argument. */
export type UnlessRefused<State, Refusal, Argument> = [Refusal] extends [never]
  ? Argument
  : Told<State, Argument, Refusal>;
