import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';

/** Some of the fields of `Options`. A field that is `undefined` counts as not given. */
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
 * Refuses a value that is not an object, and options that do not exist, such as `maxRetries`: ignoring them would hide
 * the mistake.
 *
 * @throws {ValidationError} The message names each option that does not exist, and those that do.
 */
function assertOptions(group: string, base: object, overrides: unknown): void {
  const names = Object.keys(base).join(', ');
  const refuse = (path: string, message: string) => ({ path, rule: 'option', message });
  const problems =
    overrides === undefined || isObject(overrides)
      ? Object.keys(overrides ?? {})
          .filter((name) => !(name in base))
          .map((name) => refuse(`${group}.${name}`, `${group} has no option ${name}: it takes ${names}`))
      : [refuse(group, `${group} is an object with some of ${names}, not ${JSON.stringify(overrides)}`)];
  if (problems.length > 0) throw new ValidationError(problems);
}

/**
 * The same as `override`, for options that are numbers of at least `least`, or booleans. `Infinity` is allowed.
 *
 * @throws {ValidationError} The message names each option that is wrong.
 */
export function overrideNumbers<Options extends object>(
  group: string,
  least: number,
  base: Options,
  overrides: Overrides<Options> | undefined,
): Options {
  assertOptions(group, base, overrides);
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
