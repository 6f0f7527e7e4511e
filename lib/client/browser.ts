import { ValidationError } from '../errors/validation-error.js';

/** Whether this is the page of a browser, where every visitor could read the key. */
export function isBrowser(): boolean {
  return 'window' in globalThis && 'document' in globalThis && 'navigator' in globalThis;
}

/** @throws {ValidationError} In a browser, unless it was allowed. */
export function refuseBrowser(isAllowed: boolean): void {
  if (isAllowed || !isBrowser()) return;
  const message = 'in a browser every visitor can read the key: call from a server, or allowBrowser()';
  throw new ValidationError([{ path: 'client', rule: 'browser', message }]);
}
