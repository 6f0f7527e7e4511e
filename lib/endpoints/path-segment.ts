import { ValidationError } from '../errors/validation-error.js';

/**
 * An id as a part of a path. A dot segment is refused, since a URL with it would name another endpoint.
 *
 * @throws {ValidationError} When the id is not a string, is empty, or is `.` or `..`.
 */
export function pathSegment(id: unknown, what: string): string {
  if (typeof id === 'string' && !/^\.{0,2}$/.test(id)) return encodeURIComponent(id);
  const message = `the id of ${what} is a string such as the API gives, not ${JSON.stringify(id) ?? typeof id}`;
  throw new ValidationError([{ path: 'id', rule: 'id', message }]);
}
