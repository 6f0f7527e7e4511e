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

/** Whether a type stands for more than one value. */
export type IsUnion<Type, Member = Type> = [Type] extends [never]
  ? false
  : Member extends Type
    ? [Type] extends [Member]
      ? false
      : true
    : never;

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
export type ThinkingType<State> = TypeOf<Field<State, 'thinking'>>;

/** The type of tool choice that a state has. */
export type ChoiceType<State> = TypeOf<Field<State, 'toolChoice'>>;
