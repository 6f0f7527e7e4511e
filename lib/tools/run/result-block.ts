import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { ToolFailureContent } from '../tool-failure.js';

/**
 * The block that answers a call: what `toolResult()` makes, but for `cached()`. Made here, so that a program that runs no
 * tools does not load the helper, nor what caching takes.
 */
export function resultBlock(
  { id, toolset_name }: ToolUseBlock,
  content: ToolFailureContent | undefined,
  is_error?: true,
): ToolResultBlockParam {
  return Object.freeze({
    type: 'tool_result',
    tool_use_id: id,
    ...(toolset_name && { toolset_name }),
    ...(content !== undefined && {
      content: typeof content === 'string' ? content : Object.freeze([content].flat()),
    }),
    ...(is_error && { is_error }),
  });
}
