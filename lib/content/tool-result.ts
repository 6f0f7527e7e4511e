import type { ToolResultContentBlock } from '../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';
import { toContent } from './to-blocks.js';

/** The fields of a tool result beside its content. */
export interface ToolResultOptions {
  /** `true` tells the model that the call failed. */
  readonly is_error?: boolean | undefined;
}

/** What `toolResult()` returns. */
export type ToolResultContent = CacheableContent<{
  readonly type: 'tool_result';
  readonly tool_use_id: string;
  readonly toolset_name?: string | null | undefined;
  readonly content?: string | readonly ToolResultContentBlock[] | undefined;
  readonly is_error?: boolean | undefined;
}>;

/**
 * Creates the block that answers a tool call. It goes into the user turn right after the call, before any text.
 *
 * Takes the call (or its id) and the result of the tool: text, a block, blocks, or nothing. An `Error` is sent as its
 * message, with `is_error`.
 *
 * Sends `{"type": "tool_result", "tool_use_id": "…", "content": "…"}`, with `"is_error": true` for a failure, and with
 * the call's `toolset_name` if it has one.
 *
 * @example
 * ```ts
 * import { Message, toolResult } from 'clust';
 *
 * const answers = Message.user([
 *   toolResult('toolu_01A09q90qw90lq917835lq9', '15 degrees'),
 *   toolResult('toolu_01T1x1fJ34qAmk2tNTrN7Up6', new Error('No such city.')),
 * ]);
 * ```
 */
export function toolResult(
  toolUse: ToolUseBlock | string,
  content?: string | ToolResultContentBlock | readonly ToolResultContentBlock[] | Error,
  options: ToolResultOptions = {},
): ToolResultContent {
  return cacheable({ type: 'tool_result' as const, ...identity(toolUse), ...outcome(content), ...options });
}

function identity(toolUse: ToolUseBlock | string): { tool_use_id: string; toolset_name?: string } {
  if (typeof toolUse === 'string') return { tool_use_id: toolUse };
  const { id, toolset_name } = toolUse;
  return toolset_name ? { tool_use_id: id, toolset_name } : { tool_use_id: id };
}

type Outcome = Pick<ToolResultContent, 'content' | 'is_error'>;

function outcome(content: Parameters<typeof toolResult>[1]): Outcome {
  if (content === undefined) return {};
  // Not by `instanceof`, which fails for an error of another realm.
  if (typeof content === 'object' && 'message' in content)
    return { content: content.message || content.name, is_error: true };
  return { content: toContent(content) };
}
