/**
 * A deeply frozen copy of plain JSON data, without the keys whose value is `undefined`, as `JSON.stringify` sees it.
 *
 * Objects and arrays are copied, so the caller's stay as they are; strings are shared, so an image of 5 MB stays one
 * string in memory. What was copied once is not copied again.
 */
export function freezeJson<Value>(value: Value): Value;
export function freezeJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Copied.has(value)) return value;
  const copy = Array.isArray(value) ? value.map((item) => freezeJson(item ?? null)) : copyFields(value);
  // What writes itself by `toJSON` may have written an object, which has been copied by now.
  if (Copied.has(copy)) return copy;
  // A bundler removes a `new` whose value is not used, and with it the mark.
  return Object.freeze(new Copied(copy));
}

function copyFields(object: object): object {
  // Its fields are read by name; what they are is seen one by one.
  const value = object as Readonly<Record<string, unknown>>;
  // A Date, say, writes itself; a response or a cached block is its own fields.
  if (typeof value.toJSON === 'function') return Object(freezeJson(value.toJSON()));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field === undefined) continue;
    // A tool input may well have a field of this name; assignment would set the prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: freezeJson(field), enumerable: true });
    else copy[key] = freezeJson(field);
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
