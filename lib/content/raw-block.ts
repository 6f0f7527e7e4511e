import type { RawBlock } from '../wire/open.js';

/**
 * A block that this release has no type for, sent as it is and checked by nobody but the API.
 *
 * Sends the object itself.
 *
 * @example
 * ```ts
 * import { Message, rawBlock } from 'clust';
 *
 * const question = Message.user([rawBlock({ type: 'hologram', file_id: 'file_011CNha8iCJcU1wXNR6q4V8w' })]);
 * ```
 */
export function rawBlock(block: { readonly type: string; readonly [field: string]: unknown }): RawBlock {
  // The caller says so: for the compiler the type is from now on one that it does not know.
  return Object.freeze({ ...block }) as RawBlock;
}
