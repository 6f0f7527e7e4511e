import { ValidationError } from '../errors/validation-error.js';

/**
 * Whether this is the page of a browser, where every visitor can read the key.
 *
 * @throws {ValidationError} When it is, and that was not allowed.
 */
export function isBrowser(isAllowed: boolean): boolean {
  const isPage = 'window' in globalThis && 'document' in globalThis;
  if (!isPage || isAllowed) return isPage;
  const message = 'in a browser every visitor can read the key: call from a server, or allowBrowser()';
  throw new ValidationError([{ path: 'client', rule: 'browser', message }]);
}
