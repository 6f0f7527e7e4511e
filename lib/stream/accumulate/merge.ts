import { setOwn } from '../set-own.js';

/**
 * Takes over every field that says something: totals replace totals, they are never added up. `null` does not
 * replace a value, since a gateway that knows only half of the usage sends `null` for the other half.
 */
export function merge(target: object, source: object): void {
  for (const [name, value] of Object.entries(source)) {
    const known = Object.hasOwn(target, name) && Reflect.get(target, name) !== null;
    if (value !== undefined && (value !== null || !known)) setOwn(target, name, value);
  }
}
