import { illegalCharacter } from './characters.js';

/**
 * A tag name: any text whose end is unambiguous.
 *
 * This is more than XML allows. Property names of a JSON Schema may not be XML names (`2fa`, `$filter`, `@x`, `#`), and
 * a model copies such a name as it is.
 */
export const namePattern = `[^\\s<>/=&"'!?][^\\s<>/=&"']*`;

const wholeName = new RegExp(`^${namePattern}$`);

/** Whether a parameter with this name can be written as an element. */
export function isElementName(name: string): boolean {
  return wholeName.test(name) && illegalCharacter(name) === -1;
}
