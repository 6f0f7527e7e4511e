import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** Reads an open element: checks its content, and builds its tree. */
export interface ElementReader {
  readonly name: string;
  /** Describes what may come next. */
  readonly expected: string;
  /** Adds the opening tag of a child. */
  open(token: Token): ElementReader;
  text(token: Token): void;
  /** Adds a closed child. */
  add(child: Tree): void;
  /**
   * Adds the closing tag of the element; `source` is empty for `<x/>`. Returns `undefined` for markup inside a text.
   */
  close(token: Token, source: string): Tree | undefined;
}
