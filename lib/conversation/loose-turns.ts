import { blockFacts } from '../stream/accumulate/block-facts.js';
import type { MessageParam } from '../wire/message-param.js';

/** A content block of a stored conversation. Any field may be missing. */
export interface LooseBlock {
  readonly type: string;
  readonly id?: string | undefined;
  readonly tool_use_id?: string | undefined;
  readonly toolset_name?: string | null | undefined;
  readonly text?: string | undefined;
  readonly signature?: string | undefined;
  readonly input?: unknown;
}

/** The blocks of a message. A text counts as one block. */
export function blocksOf({ content }: MessageParam): readonly LooseBlock[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content as readonly LooseBlock[];
}

/** Whether the input of a call was cut off or is not valid JSON, so that the call cannot be made. */
export function isIncompleteCall(block: LooseBlock): boolean {
  if (block.type !== 'tool_use') return false;
  return (
    blockFacts(block).inputError !== undefined || typeof block.input !== 'object' || block.input === null
  );
}
