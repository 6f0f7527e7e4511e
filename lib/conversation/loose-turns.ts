import { blockFacts } from '../stream/accumulate/block-facts.js';
import type { MessageParam } from '../wire/message-param.js';

/** A content block as a stored conversation may have it. */
export interface LooseBlock {
  readonly type: string;
  readonly id?: string | undefined;
  readonly tool_use_id?: string | undefined;
  readonly toolset_name?: string | null | undefined;
  readonly text?: string | undefined;
  readonly signature?: string | undefined;
  readonly input?: unknown;
}

/** The blocks of a message; its text as one block. */
export function blocksOf({ content }: MessageParam): readonly LooseBlock[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content as readonly LooseBlock[];
}

/** Whether a call cannot be made: its input was cut off, or is no JSON. */
export function isHalfCall(block: LooseBlock): boolean {
  if (block.type !== 'tool_use') return false;
  return (
    blockFacts(block).inputError !== undefined || typeof block.input !== 'object' || block.input === null
  );
}
