/** What this module has copied and frozen: it is shared by every builder and request that holds it. */
const frozen = new WeakSet<object>();

/**
 * A deeply frozen copy of plain JSON data, without the keys whose value is `undefined`, as `JSON.stringify` sees it.
 *
 * Objects and arrays are copied, so the caller's stay as they are; strings are shared, so an image of 5 MB stays one
 * string in memory. What was copied once is not copied again.
 */
export function freezeJson<Value>(value: Value): Value;
export function freezeJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value;
  const copy = Array.isArray(value) ? value.map((item) => freezeJson(item ?? null)) : copyFields(value);
  frozen.add(copy);
  return Object.freeze(copy);
}

function copyFields(value: object): object {
  // A Date, say, writes itself; a response or a cached block is its own fields.
  if ('toJSON' in value && typeof value.toJSON === 'function') return Object(freezeJson(value.toJSON()));
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    // A tool input may well have a field of this name; assignment would set the prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: freezeJson(field), enumerable: true });
    else copy[key] = freezeJson(field);
  }
  return copy;
}
