import { ValidationError } from '../errors/validation-error.js';

/** @throws {ValidationError} For each option that is no number, or a smaller one. `Infinity` is a number. */
export function requireAtLeast(
  least: number,
  group: string,
  options: Readonly<Record<string, number>>,
): void {
  const problems = Object.entries(options)
    .filter(([, value]) => !(value >= least))
    .map(([name, value]) => ({
      path: `${group}.${name}`,
      rule: 'option-range',
      message: `${group}.${name} is a number from ${least} up, not ${value}`,
    }));
  if (problems.length > 0) throw new ValidationError(problems);
}
