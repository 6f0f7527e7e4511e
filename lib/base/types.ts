/** An object type written out: hovers and errors show its fields, not how it was made. */
export type Flat<Type> = { readonly [Key in keyof Type]: Type[Key] };

/** Whether a type stands for more than one value. */
export type IsUnion<Type, Member = Type> = [Type] extends [never]
  ? false
  : Member extends Type
    ? [Type] extends [Member]
      ? false
      : true
    : never;
