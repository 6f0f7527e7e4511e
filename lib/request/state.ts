/**
 * What is set after `Patch` on top of `State`: one flat object, whatever came before.
 *
 * The condition, which always holds, makes the compiler print the object itself, not a tower of `With<With<…>>`, in
 * hovers, in errors, and in the declarations of a package that exports a builder.
 */
export type With<State, Patch> = State extends unknown
  ? {
      readonly [Key in keyof State | keyof Patch]: Key extends keyof Patch
        ? Patch[Key]
        : Key extends keyof State
          ? State[Key]
          : never;
    }
  : never;

/** Whether a type stands for more than one value. */
export type IsUnion<Type, Member = Type> = [Type] extends [never]
  ? false
  : Member extends Type
    ? [Type] extends [Member]
      ? false
      : true
    : never;
