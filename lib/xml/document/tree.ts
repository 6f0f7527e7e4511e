import type { Leaf } from './content.js';

/** An element with its content: children, or a leaf. */
export interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
  readonly leaf?: Leaf | undefined;
}
