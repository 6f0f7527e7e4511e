interface Block {
  readonly type?: unknown;
  readonly id?: unknown;
}

/**
 * The content of an answer to send in the next request: unchanged, unless another model took over at a `fallback`
 * block. The thinking of the first model, and its calls without a result, are then left out.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 */
export function sentBack<Content>(content: Content): Content {
  if (!Array.isArray(content)) return content;
  const blocks: readonly Block[] = content;
  const last = blocks.findLastIndex((block) => block?.type === 'fallback');
  if (last < 0) return content;
  // The result is a subset of the same list.
  return blocks.filter((block, at) => at >= last || !isLeftOut(block, blocks)) as Content;
}

/** Whether the API refuses a block before a `fallback` block, so that it is left out. */
export function isLeftOut(block: Block, content: readonly object[]): boolean {
  const { type, id } = Object(block);
  if (/^(tool_use|thinking|redacted_thinking|connector_text)$/.test(type)) return true;
  return type === 'server_tool_use' && !content.some((other) => Object(other).tool_use_id === id);
}
