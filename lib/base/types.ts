/** Flattens an object type: hovers and errors show its fields instead of the type expression. */
export type Flat<Type> = { readonly [Key in keyof Type]: Type[Key] };

/** Whether a type is a union. */
export type IsUnion<Type, Member = Type> = [Type] extends [never]
  ? false
  : Member extends Type
    ? [Type] extends [Member]
      ? false
      : true
    : never;
