import type { ToolInputError } from './tool-input.js';

/**
 * What clust knows about a streamed block beside its wire fields. The properties are not enumerable, so the block is
 * sent back to the API, and written to JSON, exactly as it was received.
 */
export interface BlockFacts {
  /**
   * The JSON of a tool's input as the model wrote it. Numbers beyond 2^53 are still exact here, and an input that is
   * not valid JSON is kept.
   */
  readonly rawInput?: string | undefined;
  /** Why the input cannot be used. `input` is then `{}`, and the tool must not run. */
  readonly inputError?: ToolInputError | undefined;
  /**
   * The deltas of types that this release does not know, as they arrived. Their fields are added to the block as well.
   */
  readonly unknownDeltas?: readonly object[] | undefined;
}

/** @internal */
export function attachBlockFacts<Block extends object>(block: Block, facts: BlockFacts): Block & BlockFacts {
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) Object.defineProperty(block, name, { value });
  }
  return block;
}

/**
 * What clust knows about a block beside its wire fields. Empty for a block that did not come from a stream.
 *
 * @example
 * ```ts
 * import { blockFacts, type ContentBlock } from 'clust';
 *
 * function mayRun(block: ContentBlock): boolean {
 *   return block.type === 'tool_use' && blockFacts(block).inputError === undefined;
 * }
 * ```
 */
export function blockFacts(block: object): BlockFacts {
  // Only `attachBlockFacts` sets these three names; on other blocks they are undefined.
  const { rawInput, inputError, unknownDeltas } = block as BlockFacts;
  return { rawInput, inputError, unknownDeltas };
}
