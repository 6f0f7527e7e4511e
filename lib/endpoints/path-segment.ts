import { ValidationError } from '../errors/validation-error.js';

/**
 * Encodes an id as a path segment. A dot segment is refused, since it would lead to another endpoint.
 *
 * @throws {ValidationError} If the id is not a string, is empty, or is `.` or `..`.
 */
export function pathSegment(id: unknown, what: string): string {
  if (typeof id === 'string' && !/^\.{0,2}$/.test(id)) return encodeURIComponent(id);
  const message = `the id of ${what} is a string such as the API gives, not ${JSON.stringify(id) ?? typeof id}`;
  throw new ValidationError([{ path: 'id', rule: 'id', message }]);
}
