import { type Problem, ValidationError } from '../errors/validation-error.js';

/** Headers to add: an object (an `undefined` or `null` value is left out), a `Headers`, or pairs. */
export type CustomHeaders =
  | Readonly<Record<string, string | null | undefined>>
  | Iterable<readonly [string, string]>;

/** Headers that have a method of their own; set beside it they would win, or lose, by accident. */
const RESERVED = /^(x-api-key|authorization|anthropic-version)$/;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// Header values are Latin-1 without control characters; a line break would let a value add headers of its own.
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
    value === undefined || value === null ? [] : [[name.toLowerCase(), value] as const],
  );
  const problems = pairs.flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) throw new ValidationError(problems);
  return pairs;
}

/**
 * Checks what clust writes into headers of its own, by where the caller gave it.
 *
 * @throws {ValidationError} For what is no text, or has a line break.
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
      : 'is no header: a word, and one line of Latin-1';
  // As JSON, so that a name with a line break is shown as one line.
  return (
    message && { path: `headers.${name}`, rule: 'header', message: `${JSON.stringify(name)} ${message}` }
  );
}
