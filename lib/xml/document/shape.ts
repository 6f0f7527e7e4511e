import { illegalCharacter, nameOfCharacter } from '../text/characters.js';
import { unwritable } from '../text/failures.js';
import { positionAfter, start } from '../text/position.js';
import type { Content } from './content.js';
import type { Tree } from './tree.js';

/** The XML form of a value: what the scanner accepts, and the conversion in both directions. */
export interface Shape<Value> {
  readonly content: Content;
  /** Reads a tree that the scanner has accepted. */
  read(tree: Tree): Value;
  /** @throws {XmlError} If XML cannot represent the value; `path` is its path from the outermost value */
  write(name: string, value: Value, path: string): Tree;
}

/** A text without elements, such as a name or a type. */
export const plainText: Shape<string> = textShape(false);

/** A text in which elements are kept as source text, for text that people and tools write without XML in mind. */
export const freeText: Shape<string> = textShape(true);

function textShape(markup: boolean): Shape<string> {
  return {
    content: { kind: 'text', markup },
    read: ({ leaf }) => (typeof leaf === 'string' ? leaf : ''),
    write: (name, value, path) => ({ name, children: [], leaf: checkText(value, path) }),
  };
}

/** Refuses values that would not read back the same: anything but a string, and characters that XML does not allow. */
export function checkText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw unwritable(path, start, 'a string', kindOf(value));
  const offset = illegalCharacter(value);
  if (offset === -1) return value;
  const at = positionAfter(start, value.slice(0, offset));
  throw unwritable(path, at, 'a character that XML allows', nameOfCharacter(value, offset));
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
