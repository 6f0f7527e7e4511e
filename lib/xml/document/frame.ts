import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** An element that is open: what may stand in it, and what becomes of it. */
export interface Frame {
  readonly name: string;
  /** What may come next, in words. */
  readonly expected: string;
  /** Takes a tag that opens a child. */
  open(token: Token): Frame;
  text(token: Token): void;
  /** Takes a child that is closed. */
  add(child: Tree): void;
  /** Takes its own closing tag; `source` is empty when one tag opened and closed it. Nothing comes of markup. */
  close(token: Token, source: string): Tree | undefined;
}
