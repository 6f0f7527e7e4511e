import { ValidationError } from '../errors/validation-error.js';

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

/**
 * The same for options that are numbers, none of them below `least`. `Infinity` is a number, and so is a yes or no.
 *
 * @throws {ValidationError} It names each option that is not.
 */
export function overrideNumbers<Options extends object>(
  group: string,
  least: number,
  base: Options,
  overrides: Overrides<Options> | undefined,
): Options {
  const options = override(base, overrides);
  const problems = Object.entries(options)
    .filter(([, value]) => !(value >= least))
    .map(([name, value]) => {
      const path = `${group}.${name}`;
      return { path, rule: 'option-range', message: `${path} is a number from ${least} up, not ${value}` };
    });
  if (problems.length > 0) throw new ValidationError(problems);
  return options;
}
