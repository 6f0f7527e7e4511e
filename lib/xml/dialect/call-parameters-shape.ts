import type { CallParameters } from '../document/call-parameters.js';
import { checkArray, checkObject, checkText, type Shape } from '../document/shape.js';
import { unwritable } from '../text/failures.js';
import { isElementName } from '../text/names.js';
import { start } from '../text/position.js';

/** The `<parameters>` of a call. */
export const callParameters: Shape<CallParameters> = {
  content: { kind: 'parameters' },
  read: ({ leaf }) => (typeof leaf === 'object' ? leaf : {}),
  write(name, value, path) {
    for (const [key, text] of Object.entries(checkObject(value, path))) {
      checkParameter(key, text, `${path}.${key}`);
    }
    return { name, children: [], leaf: value };
  },
};

/** Refuses a parameter name that cannot be the name of an element. */
export function checkName(name: string, path: string): string {
  if (isElementName(name)) return name;
  throw unwritable(path, start, 'a name without spaces and without < > / = & " \'', JSON.stringify(name));
}

function checkParameter(name: string, value: unknown, path: string): void {
  checkName(name, path);
  if (typeof value === 'string') return void checkText(value, path);
  const list = checkArray(value, path);
  // A list of one item could not be distinguished from a single value.
  if (list.length < 2) throw unwritable(path, start, 'a string or a list of two or more', 'a shorter list');
  for (const [index, text] of list.entries()) checkText(text, `${path}.${index}`);
}
