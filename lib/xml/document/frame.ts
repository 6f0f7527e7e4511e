import type { Token } from './tokenizer.js';

/** An element that is open: what may stand in it, and what becomes of what does. */
export interface Frame {
  readonly name: string;
  /** What may come next. */
  readonly expected: string;
  /** Takes a tag that opens a child. */
  open(token: Token): Frame;
  text(token: Token): void;
  /** Takes its own closing tag; `source` is empty when one tag opened and closed it. */
  close(token: Token, source: string): void;
}
