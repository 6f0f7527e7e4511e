import { illegalCharacter } from './characters.js';

/**
 * What may stand in a tag as its name: anything that leaves no doubt where the name ends.
 *
 * That is more than XML allows. Property names of a JSON Schema are not XML names (`2fa`, `$filter`, `@x`, `#`),
 * and a model that is shown such a name writes it as it is.
 */
export const namePattern = `[^\\s<>/=&"'!?][^\\s<>/=&"']*`;

const wholeName = new RegExp(`^${namePattern}$`);

/** Whether a parameter of this name can be written as an element. */
export function isElementName(name: string): boolean {
  return wholeName.test(name) && illegalCharacter(name) === -1;
}
