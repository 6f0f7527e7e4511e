import type { RawBlock } from '../wire/open.js';

/**
 * Sends a block that this release has no type for. Only the API checks it.
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
  // The caller vouches for the block; the compiler treats its type as unknown.
  return Object.freeze({ ...block }) as RawBlock;
}
