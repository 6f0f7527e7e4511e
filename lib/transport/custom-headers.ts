import { type Problem, ValidationError } from '../errors/validation-error.js';

/** Headers to add: an object (an `undefined` or `null` value is left out), a `Headers`, or pairs. */
export type CustomHeaders =
  | Readonly<Record<string, string | null | undefined>>
  | Iterable<readonly [string, string]>;

/** Headers that have a method of their own. Setting them here as well would make the result depend on the order. */
const RESERVED = /^(x-api-key|authorization|anthropic-version)$/;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// Header values are Latin-1 without control characters. A line break would let a value add more headers.
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Checks the caller's headers and returns them as pairs with lower-case names.
 *
 * Refuses `x-api-key`, `authorization` and `anthropic-version`, which have methods of their own. If a gateway needs
 * another `authorization`, set it in a middleware.
 *
 * @throws {ValidationError} The message names the headers and never shows their values.
 */
export function customHeaders(headers: CustomHeaders): readonly (readonly [string, string])[] {
  const given = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const pairs = given.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name.toLowerCase(), value] as const],
  );
  const problems = pairs.flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) throw new ValidationError(problems);
  return pairs;
}

/**
 * Checks values that clust writes into its own headers. The keys name the option that each value came from.
 *
 * @throws {ValidationError} If a value is not a string, or has a line break.
 */
export function assertHeaderValues(values: Readonly<Record<string, readonly unknown[]>>): void {
  const problems = Object.entries(values).flatMap(([path, texts]) =>
    texts.every((text) => typeof text === 'string' && VALUE.test(text))
      ? []
      : [
          {
            path,
            rule: 'header',
            message: `${path} must be text that a header can carry: one line of Latin-1`,
          },
        ],
  );
  if (problems.length > 0) throw new ValidationError(problems);
}

function problemOf(name: string, value: string): Problem | undefined {
  const message = RESERVED.test(name)
    ? 'is set by apiKey(), authToken() or version(), or by a middleware'
    : NAME.test(name) && VALUE.test(value)
      ? undefined
      : 'is not a valid header: its name is one word, its value one line of Latin-1';
  // As JSON, so that a name with a line break is printed on one line.
  return (
    message && { path: `headers.${name}`, rule: 'header', message: `${JSON.stringify(name)} ${message}` }
  );
}
