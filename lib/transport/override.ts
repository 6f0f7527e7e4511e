/** Some of the fields of `Options`; one that is `undefined` counts as not given. */
export type Overrides<Options> = { readonly [Field in keyof Options]?: Options[Field] | undefined };

/** `base` with the given fields replaced. */
export function override<Options extends object>(
  base: Options,
  overrides: Overrides<Options> | undefined,
): Options {
  const given = Object.entries(overrides ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(given) };
}
