import { type Problem, ValidationError } from '../errors/validation-error.js';

/** Headers to add: an object (an `undefined` value is left out), a `Headers`, or pairs. */
export type CustomHeaders =
  | Readonly<Record<string, string | undefined>>
  | Iterable<readonly [string, string]>;

/** Headers that have a method of their own; set beside it they would win, or lose, by accident. */
const RESERVED = new Map([
  ['x-api-key', 'apiKey()'],
  ['authorization', 'authToken()'],
  ['anthropic-version', 'version()'],
]);

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

function problemOf(name: string, value: unknown): Problem | undefined {
  const path = `headers.${name}`;
  if (!NAME.test(name)) {
    return { path: 'headers', rule: 'header-name', message: `${JSON.stringify(name)} is no header name` };
  }
  const method = RESERVED.get(name);
  if (method !== undefined) {
    const message = `set it with ${method}; for a gateway with its own authorization use a middleware`;
    return { path, rule: 'header-reserved', message };
  }
  if (typeof value !== 'string' || !VALUE.test(value)) {
    const message = 'a header value is one line of Latin-1 text, without line breaks or control characters';
    return { path, rule: 'header-value', message };
  }
  return undefined;
}
