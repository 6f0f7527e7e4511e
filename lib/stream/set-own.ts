/**
 * Gives an object a property, whatever its name. A plain assignment to `__proto__` would replace the prototype, and
 * names come from the wire; JSON.parse makes a property of that name, and so does this.
 */
export function setOwn(target: object, name: string | number, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    // An object and an array take any property. `Reflect.set` needs no cast, and ten times as long.
    (target as Record<string | number, unknown>)[name] = value;
  }
}
