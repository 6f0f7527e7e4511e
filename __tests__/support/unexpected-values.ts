type Path = readonly string[];

/** Values that no field of a request accepts everywhere. */
export const unexpectedValues: readonly unknown[] = [
  null,
  7,
  -1.5,
  '',
  'text',
  true,
  [],
  {},
  [null],
  [[]],
  [7],
  [{ type: 'x' }],
  { type: 7 },
  { type: 'text' },
  { toString: 1 },
  { type: { toString: 1 } },
];

/** The path of every value inside a value, as a list of keys. The first path is empty: the value itself. */
export function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([key, each]) => pathsOf(each, [...at, key]))];
}

/** A copy of a value with another value at one path. */
export function withValue(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((each, index) => (`${index}` === key ? withValue(each, rest, replacement) : each));
  return { ...Object(value), [key]: withValue(Reflect.get(Object(value), key), rest, replacement) };
}
