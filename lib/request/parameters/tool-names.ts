/**
 * The name of each tool by its place. Tools that were spread from a list have no place, and a name that is only known
 * at run time does not count.
 */
export type NamesByPlace<Tools extends readonly unknown[]> = {
  readonly [Place in keyof Tools]: LiteralName<Tools[Place]>;
};

type LiteralName<Tool> = Tool extends { readonly name: infer Name extends string }
  ? string extends Name
    ? never
    : Name
  : never;

/**
 * The names that occur at more than one place.
 *
 * It only uses the names and their places: a walk over the tools, or a comparison of each name with those before it,
 * would cost the compiler the square of their number.
 */
export type RepeatedName<Names, At = PlacesByName<Names>> = {
  [Place in keyof Names & `${number}`]: Names[Place] extends infer Name extends string
    ? At extends { readonly [Key in Name]: Place }
      ? never
      : Name
    : never;
}[keyof Names & `${number}`];

type PlacesByName<Names> = { readonly [Place in keyof Names & `${number}` as Names[Place] & string]: Place };
