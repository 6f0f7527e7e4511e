import type { ContentBlock, KnownContentBlock } from '../wire/blocks/content-block.js';

type BlockOf<Type> = Extract<KnownContentBlock, { readonly type: Type }>;

/**
 * Creates a type guard for blocks of one type, for `filter`, `find` and `if`.
 *
 * @example
 * ```ts
 * import { isBlock, type MessageResponse } from 'clust';
 *
 * const searches = (message: MessageResponse) => message.content.filter(isBlock('web_search_tool_result'));
 * ```
 */
export function isBlock<const Type extends KnownContentBlock['type']>(
  type: Type,
): (block: ContentBlock) => block is BlockOf<Type> {
  return (block): block is BlockOf<Type> => block.type === type;
}

/** Whether a block is text; also a type guard for `filter` and `find`. */
export const isTextBlock = /* @__PURE__ */ isBlock('text');
/** Whether a block is thinking that is not redacted; also a type guard for `filter` and `find`. */
export const isThinkingBlock = /* @__PURE__ */ isBlock('thinking');
/** Whether a block calls one of your tools; also a type guard for `filter` and `find`. */
export const isToolUse = /* @__PURE__ */ isBlock('tool_use');
