import type { CompactionBlock } from '../wire/blocks/compaction-block.js';
import type { ContentBlock } from '../wire/blocks/content-block.js';

/**
 * Returns the summary of an answer to a request with `compaction`. Such an answer has no other block. A compaction that
 * a threshold started has no signature: it stays in its place, and the API skips what precedes it.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 */
export function summaryIn(content: readonly ContentBlock[]): CompactionBlock | undefined {
  const [block] = content;
  return content.length === 1 && block?.type === 'compaction' && block.signature ? block : undefined;
}
