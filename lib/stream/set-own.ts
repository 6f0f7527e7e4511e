/**
 * Sets a property of any name. A plain assignment to `__proto__` would replace the prototype, and the names come from
 * the wire; like JSON.parse, this creates a property of that name.
 */
export function setOwn(target: object, name: string | number, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    // Objects and arrays accept any property. `Reflect.set` would need no cast, but takes ten times as long.
    (target as Record<string | number, unknown>)[name] = value;
  }
}
