import type { TextBlockParam } from '../wire/blocks/text-block.js';
import { text } from './text.js';

/**
 * Converts text, a block or blocks to blocks. The caller's array is neither kept nor frozen; its blocks are not copied.
 */
export function toBlocks<Block extends object>(
  content: string | Block | readonly Block[],
): readonly (Block | TextBlockParam)[] {
  if (typeof content === 'string') return Object.freeze([text(content)]);
  return frozenBlocks(content);
}

/** As `toBlocks`, but text stays text. */
export function toContent<Block extends object>(
  content: string | Block | readonly Block[],
): string | readonly Block[] {
  return typeof content === 'string' ? content : frozenBlocks(content);
}

function frozenBlocks<Block extends object>(content: Block | readonly Block[]): readonly Block[] {
  return Object.freeze(isArray(content) ? [...content] : [content]);
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray<Block extends object>(content: Block | readonly Block[]): content is readonly Block[] {
  return Array.isArray(content);
}
