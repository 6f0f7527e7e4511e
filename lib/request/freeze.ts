import { ValidationError } from '../errors/validation-error.js';

/** Deeper than any request. A circular value is always deeper. */
const MAX_DEPTH = 512;

/**
 * Returns a deeply frozen copy of plain JSON data. Like `JSON.stringify`, it leaves out keys whose value is
 * `undefined`.
 *
 * Objects and arrays are copied, so the caller's stay unchanged. Strings are shared, so an image of 5 MB is in memory
 * once. A copy is not copied again.
 *
 * @throws {ValidationError} For a value that is nested more than 512 levels deep.
 */
export function freezeJson<Value>(value: Value, depth?: number): Value;
export function freezeJson(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Copied.has(value)) return value;
  if (depth > MAX_DEPTH) {
    const message = `a value is nested more than ${MAX_DEPTH} levels deep, or contains itself: make it flat JSON`;
    throw new ValidationError([{ path: '', rule: 'shape', message }]);
  }
  const copy = Array.isArray(value)
    ? value.map((item) => freezeJson(item ?? null, depth + 1))
    : copyFields(value, depth + 1);
  // `toJSON` may have returned an object, which was already copied above.
  if (Copied.has(copy)) return copy;
  // Bundlers remove a `new` whose value is not used, and with it the mark.
  return Object.freeze(new Copied(copy));
}

function copyFields(object: object, depth: number): object {
  // Each field is read by name and checked by itself.
  const value = object as Readonly<Record<string, unknown>>;
  // A Date, for example, has a `toJSON`. A response or a cached block is copied by its fields.
  if (typeof value.toJSON === 'function') return Object(freezeJson(value.toJSON(), depth));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field === undefined) continue;
    // A tool input may have a field of this name, and an assignment would set the prototype.
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: freezeJson(field, depth), enumerable: true });
    else copy[key] = freezeJson(field, depth);
  }
  return copy;
}

/** A class whose constructor returns its argument, so that a subclass adds its private fields to that object. */
class ReturnsArgument {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the class exists for this
    return value;
  }
}

/** Marks copies with a private field. It costs a third of a `WeakSet`. */
class Copied extends ReturnsArgument {
  readonly #mark = true;

  static has(value: object): boolean {
    return #mark in value;
  }
}
