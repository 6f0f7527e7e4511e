import type { Leaf } from './content.js';

/** A document without its texts: its elements, a line each, with the number of the leaf where one stands. */
export interface Outline {
  /** `<tool_name>0</tool_name>` */
  readonly markup: string;
  readonly leaves: readonly Leaf[];
}
