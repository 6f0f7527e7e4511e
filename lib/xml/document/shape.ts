import { illegalCharacter, nameOfCharacter } from '../text/characters.js';
import { unwritable } from '../text/failures.js';
import { behind, start } from '../text/position.js';
import type { Content } from './content.js';
import type { Tree } from './tree.js';

/** How a value stands in XML: what the scanner lets through, and both directions between value and tree. */
export interface Shape<Value> {
  readonly content: Content;
  /** Reads a tree that passed the scanner. */
  read(tree: Tree): Value;
  /** @throws {XmlError} when XML cannot hold the value; `path` leads to it from the outermost value */
  write(name: string, value: Value, path: string): Tree;
}

/** A text without elements in it: a name, a type. */
export const plainText: Shape<string> = textShape(false);

/** A text in which elements are taken as they are written: what people and tools write, with no thought of XML. */
export const freeText: Shape<string> = textShape(true);

function textShape(markup: boolean): Shape<string> {
  return {
    content: { kind: 'text', markup },
    read: ({ leaf }) => (typeof leaf === 'string' ? leaf : ''),
    write: (name, value, path) => ({ name, children: [], leaf: checkText(value, path) }),
  };
}

/** Refuses what would not come back: what is no string, and characters that XML cannot hold. */
export function checkText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw unwritable(path, start, 'a string', kindOf(value));
  const offset = illegalCharacter(value);
  if (offset === -1) return value;
  const at = behind(start, value.slice(0, offset));
  throw unwritable(path, at, 'a character that XML can hold', nameOfCharacter(value, offset));
}

export function checkObject(value: unknown, path: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw unwritable(path, start, 'an object', kindOf(value));
}

export function checkArray(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unwritable(path, start, 'an array', kindOf(value));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
