import type { Cacheable } from '../cache-control.js';
import type { ToolAdditionBlockParam, ToolRemovalBlockParam } from './tool-change-blocks.js';

/** The summary that replaces the messages before it. Send it back unchanged. */
export interface CompactionBlock {
  readonly type: 'compaction';
  /** `null` if the compaction failed: the API then ignores the block. */
  readonly content?: string | null | undefined;
  readonly encrypted_content?: string | null | undefined;
  readonly signature?: string | null | undefined;
  readonly tool_changes?: readonly (ToolAdditionBlockParam | ToolRemovalBlockParam)[] | null | undefined;
}

/** A `compaction` block, sent back. */
export interface CompactionBlockParam extends CompactionBlock, Cacheable {}
