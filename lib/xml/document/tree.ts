import type { Leaf } from './content.js';

/** An element of the dialect with all that is in it: children, or a leaf. */
export interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
  readonly leaf?: Leaf | undefined;
}
