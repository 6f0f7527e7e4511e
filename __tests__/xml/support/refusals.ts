import { isXmlError } from '../../../lib/errors/guards.js';
import type { XmlError } from '../../../lib/errors/xml-error.js';

/** Returns the `XmlError` that an action throws. Fails if it throws another error or none. */
export function refusalOf(action: () => unknown): XmlError {
  try {
    action();
  } catch (error) {
    if (isXmlError(error)) return error;
    throw error;
  }
  throw new Error('expected an XmlError');
}

/** Returns the result of an action or the `XmlError` that it throws. Any other error is thrown. */
export function valueOrRefusal<Value>(action: () => Value): Value | XmlError {
  try {
    return action();
  } catch (error) {
    if (isXmlError(error)) return error;
    throw error;
  }
}
