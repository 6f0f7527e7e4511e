import type { CacheControl } from '../../wire/cache-control.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** The longest time that a request asks to keep a part of its prompt for; `undefined` when it caches nothing. */
export function longestCache({ cache_control, system, tools, messages }: PromptOf): '5m' | '1h' | undefined {
  const found = [cache_control, ...controlsIn(system), ...controlsIn(tools)];
  for (const { content } of messages) found.push(...controlsIn(content));
  const controls = found.filter((control) => control != null);
  if (controls.length === 0) return undefined;
  return controls.some(({ ttl }) => ttl === '1h') ? '1h' : '5m';
}

type PromptOf = Pick<MessagesRequestBody, 'cache_control' | 'system' | 'tools' | 'messages'>;

/** Of blocks, and of the blocks inside a result. */
function controlsIn(blocks: unknown): readonly (CacheControl | null | undefined)[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: { cache_control?: CacheControl | null; content?: unknown }) => [
    block.cache_control,
    ...controlsIn(block.content),
  ]);
}
