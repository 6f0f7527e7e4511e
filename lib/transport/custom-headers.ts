import { type Problem, ValidationError } from '../errors/validation-error.js';

/** Headers to add: an object (an `undefined` value is left out), a `Headers`, or pairs. */
export type CustomHeaders =
  | Readonly<Record<string, string | undefined>>
  | Iterable<readonly [string, string]>;

/** Headers that have a method of their own; set beside it they would win, or lose, by accident. */
const RESERVED = /^(x-api-key|authorization|anthropic-version)$/;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// Header values are Latin-1 without control characters; a line break would start a header of somebody else's making.
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Checks headers of the caller's and gives them as pairs with lower-case names.
 *
 * `x-api-key`, `authorization` and `anthropic-version` are refused: they have methods of their own. A gateway that
 * wants another authorization gets it from a middleware.
 *
 * @throws {ValidationError} It names the headers and never shows their values.
 */
export function customHeaders(headers: CustomHeaders): readonly (readonly [string, string])[] {
  const given = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const pairs = given.flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), value] as const],
  );
  const problems = pairs.flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) throw new ValidationError(problems);
  return pairs;
}

function problemOf(name: string, value: string): Problem | undefined {
  const message = RESERVED.test(name)
    ? 'is set by apiKey(), authToken() or version(), or by a middleware'
    : NAME.test(name) && VALUE.test(value)
      ? undefined
      : 'is no header: a word, and one line of Latin-1';
  // As JSON, so that a name with a line break is shown as one line.
  return (
    message && { path: `headers.${name}`, rule: 'header', message: `${JSON.stringify(name)} ${message}` }
  );
}
