import { isXmlError } from '../../../lib/errors/guards.js';
import type { XmlError } from '../../../lib/errors/xml-error.js';

/** The `XmlError` that an action throws; fails for another error and for none. */
export function refusalOf(action: () => unknown): XmlError {
  try {
    action();
  } catch (error) {
    if (isXmlError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What an action gives, or the `XmlError` that it throws; any other error is the test's. */
export function valueOrRefusal<Value>(action: () => Value): Value | XmlError {
  try {
    return action();
  } catch (error) {
    if (isXmlError(error)) return error;
    throw error;
  }
}
