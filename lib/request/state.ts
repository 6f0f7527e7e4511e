import type { DefinedModel } from '../models/defined-model.js';

/**
 * The state of a builder whose calls the compiler has not seen: it only has a model. Every state is assignable to it.
 *
 * `open` means that more may be set than the state shows. Setting a literal model does not remove it.
 */
export interface AnyState {
  readonly model: string | DefinedModel;
  readonly open?: true;
}

/** The turn of a new builder. It is a word, since `never` would be assignable to every other turn. */
export type NoTurns = 'no turns';

/**
 * The state after a method: the same type if the method adds nothing, so that a conversation of any length has one
 * state and not a nested type.
 *
 * If the argument is `any`, the state gets what `Lost` says. The compiler also passes `any` when it checks that the
 * builder is covariant.
 */
export type NextState<State, Given, Patch> = unknown extends Given
  ? State
  : [keyof Patch] extends [never]
    ? State
    : With<State, Patch>;

/**
 * The same for a method that always adds something. For an argument of type `any` it is only known that the field is
 * set.
 */
export type NextWith<State, Given, Patch> = unknown extends Given ? State & Patch : With<State, Patch>;

/** The same if the added fields depend on the state: `Lost` is added for an argument of type `any`. */
export type NextOf<State, Given, Patch, Lost> = unknown extends Given ? State & Lost : With<State, Patch>;

/**
 * The state after `Patch` is added to `State`: one flat object type.
 *
 * The condition, which is always true, makes the compiler print the object itself instead of nested `With<With<…>>`, in
 * hovers, in errors, and in the declarations of a package that exports a builder.
 */
export type With<State, Patch, Both = State & Patch> = [keyof State & keyof Patch] extends [never]
  ? { readonly [Key in keyof Both]: Both[Key] }
  : {
      readonly [Key in keyof State | keyof Patch]: Key extends keyof Patch
        ? Patch[Key]
        : State[Key & keyof State];
    };

/**
 * The state after a call that may not have happened: each field has its earlier or its new value, and new fields are
 * optional.
 */
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
 * One field of a state; `never` if it is not set.
 *
 * Rules read their fields this way and only depend on them: the compiler then reuses the answer for every state with
 * the same fields.
 */
export type Field<State, Key extends string> = State[Key & keyof State];

/** The object that is sent for a choice. A word is short for the object of that type. */
export type SentChoice<Argument> = Argument extends string ? { readonly type: Argument } : Argument;

/** The `type` of a choice that is sent as an object. */
export type TypeOf<Choice> = Choice extends { readonly type: infer Type extends string } ? Type : never;

/** The thinking type of a state. */
export type ThinkingOf<State> = TypeOf<Field<State, 'thinking'>>;

/** The tool choice type of a state. */
export type ChoiceType<State> = TypeOf<Field<State, 'toolChoice'>>;
