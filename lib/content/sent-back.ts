interface Block {
  readonly type?: unknown;
  readonly id?: unknown;
}

/**
 * The content of an answer as the next request takes it: as it came. Where another model took over, after a `fallback`
 * block, what the first one left behind goes: its thinking, and its calls that have no result.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 */
export function sentBack<Content>(content: Content): Content {
  if (!Array.isArray(content)) return content;
  const blocks: readonly Block[] = content;
  const last = blocks.findLastIndex((block) => block?.type === 'fallback');
  if (last < 0) return content;
  // Fewer blocks of the same list.
  return blocks.filter((block, at) => at >= last || !isLeft(block, blocks)) as Content;
}

/** Whether the API refuses a block before a `fallback` block. */
export function isLeft(block: Block, content: readonly object[]): boolean {
  const { type, id } = Object(block);
  if (/^(tool_use|thinking|redacted_thinking|connector_text)$/.test(type)) return true;
  return type === 'server_tool_use' && !content.some((other) => Object(other).tool_use_id === id);
}
