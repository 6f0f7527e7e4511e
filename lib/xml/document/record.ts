import { unwritable } from '../text/failures.js';
import { start } from '../text/position.js';
import type { ElementsContent, Seen } from './content.js';
import { checkArray, checkObject, type Shape } from './shape.js';
import type { Tree } from './tree.js';

/** A field of a record: the children of one name. */
interface Field<Value> {
  readonly shape: Shape<unknown>;
  readonly min: number;
  readonly max: number;
  read(trees: readonly Tree[]): Value;
  write(name: string, value: Value, path: string): readonly Tree[];
}

type ValueOf<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never;
};

/** A required child. */
export function one<Value>(shape: Shape<Value>): Field<Value> {
  return {
    shape,
    min: 1,
    max: 1,
    // The scanner guarantees exactly one.
    read: ([tree]) => shape.read(tree as Tree),
    write: (name, value, path) => [shape.write(name, value, path)],
  };
}

/** An optional child. A missing one reads as `absent`; it is always written. */
export function optional<Value>(shape: Shape<Value>, absent: Value): Field<Value> {
  return {
    ...one(shape),
    min: 0,
    read: ([tree]) => (tree === undefined ? absent : shape.read(tree)),
  };
}

/** A list of children, which may have one item or none. */
export function many<Value>(shape: Shape<Value>, min: 0 | 1 = 0): Field<readonly Value[]> {
  return {
    shape,
    min,
    max: Number.POSITIVE_INFINITY,
    read: (trees) => trees.map((tree) => shape.read(tree)),
    write(name, value, path) {
      const items = checkArray(value, path);
      if (items.length < min) throw unwritable(path, start, `at least ${min} item`, 'an empty array');
      // The shape of an item checks it.
      return items.map((item, index) => shape.write(name, item as Value, `${path}.${index}`));
    },
  };
}

/** An object with a field for each child name. Reading accepts any order; writing uses this one. */
export function record<const Fields extends Readonly<Record<string, Field<unknown>>>>(
  fields: Fields,
): Shape<ValueOf<Fields>> {
  const entries = Object.entries(fields);
  return {
    content: elements(fields),
    read({ children }) {
      const values = entries.map(([name, field]) => [
        name,
        field.read(children.filter((child) => child.name === name)),
      ]);
      // Each entry is the value of its field.
      return Object.fromEntries(values) as ValueOf<Fields>;
    },
    write(name, value, path) {
      // Each field checks its own value.
      const object = checkObject(value, path) as Record<string, unknown>;
      const children = entries.flatMap(([key, field]) =>
        field.write(key, object[key], path === '' ? key : `${path}.${key}`),
      );
      return { name, children };
    },
  };
}

function elements(fields: Readonly<Record<string, Field<unknown>>>): ElementsContent {
  const entries = Object.entries(fields);
  return {
    kind: 'elements',
    children: new Map(entries.map(([name, { shape }]) => [name, shape.content])),
    admits: (name, seen) => count(name, seen) < (fields[name]?.max ?? 0),
    mayEnd: (seen) => entries.every(([name, { min }]) => count(name, seen) >= min),
  };
}

function count(name: string, seen: Seen): number {
  return seen.get(name) ?? 0;
}
