import { ValidationError } from '../errors/validation-error.js';

/** Deeper than any request. A value that holds itself, or never ends, is deeper still. */
const MAX_DEPTH = 512;

/**
 * A deeply frozen copy of plain JSON data, without the keys whose value is `undefined`, as `JSON.stringify` sees it.
 *
 * Objects and arrays are copied, so the caller's stay as they are; strings are shared, so an image of 5 MB stays one
 * string in memory. What was copied once is not copied again.
 *
 * @throws {ValidationError} For a value that is nested more than 512 levels deep.
 */
export function freezeJson<Value>(value: Value, depth?: number): Value;
export function freezeJson(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Copied.has(value)) return value;
  if (depth > MAX_DEPTH) {
    const message = `a value is nested more than ${MAX_DEPTH} levels deep, or holds itself: make it flat JSON`;
    throw new ValidationError([{ path: '', rule: 'shape', message }]);
  }
  const copy = Array.isArray(value)
    ? value.map((item) => freezeJson(item ?? null, depth + 1))
    : copyFields(value, depth + 1);
  // What writes itself by `toJSON` may have written an object, which has been copied by now.
  if (Copied.has(copy)) return copy;
  // A bundler removes a `new` whose value is not used, and with it the mark.
  return Object.freeze(new Copied(copy));
}

function copyFields(object: object, depth: number): object {
  // Its fields are read by name; what they are is seen one by one.
  const value = object as Readonly<Record<string, unknown>>;
  // A Date, say, writes itself; a response or a cached block is its own fields.
  if (typeof value.toJSON === 'function') return Object(freezeJson(value.toJSON(), depth));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field === undefined) continue;
    // A tool input may well have a field of this name; assignment would set the prototype.
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: freezeJson(field, depth), enumerable: true });
    else copy[key] = freezeJson(field, depth);
  }
  return copy;
}

/** What a constructor returns is what the fields of a subclass are added to. */
class Itself {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for
    return value;
  }
}

/** Marks what was copied here, by a field that nobody else sees: a third of the cost of a `WeakSet`. */
class Copied extends Itself {
  readonly #mark = true;

  static has(value: object): boolean {
    return #mark in value;
  }
}
