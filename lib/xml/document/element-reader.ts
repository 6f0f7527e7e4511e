import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** Reads an element that is open: checks what comes in it, and makes its tree. */
export interface ElementReader {
  readonly name: string;
  /** What may come next, in words. */
  readonly expected: string;
  /** Takes the opening tag of a child. */
  open(token: Token): ElementReader;
  text(token: Token): void;
  /** Takes a child that has been closed. */
  add(child: Tree): void;
  /** Takes the closing tag of the element; `source` is empty for `<x/>`. `undefined` for markup inside of a text. */
  close(token: Token, source: string): Tree | undefined;
}
