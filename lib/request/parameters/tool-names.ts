/**
 * The name of each tool by its place. Tools that were spread from a list have no place, and a name that only the run
 * time knows is none.
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
 * The names that stand at more than one place.
 *
 * Asked of the names alone, by where each stands: a walk from the first tool to the last, or a look back at the tools
 * from each name, costs the compiler the square of their number.
 */
export type RepeatedName<Names, At = PlacesByName<Names>> = {
  [Place in keyof Names & `${number}`]: Names[Place] extends infer Name extends string
    ? At extends { readonly [Key in Name]: Place }
      ? never
      : Name
    : never;
}[keyof Names & `${number}`];

type PlacesByName<Names> = { readonly [Place in keyof Names & `${number}` as Names[Place] & string]: Place };
