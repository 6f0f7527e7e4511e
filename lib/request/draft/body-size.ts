import type { DraftBody } from './draft.js';
import { listOf, type Part } from './parts.js';

/**
 * The size of a body in bytes. A body that cannot be larger than `most` is not measured: the result is then only some
 * number below `most`.
 */
export function bodySize(body: DraftBody, parts: readonly Part[], most: number): number {
  let size = 0;
  const weigh = (value: unknown) => {
    if (typeof value === 'string') size += value.length;
  };
  for (const { block } of parts)
    for (const value of [block.text, block.content, block.source?.data]) weigh(value);
  for (const message of listOf(body.messages)) weigh(message?.content);
  // A character takes at most three bytes.
  return size * 3 > most ? new TextEncoder().encode(JSON.stringify(body)).length : size;
}
