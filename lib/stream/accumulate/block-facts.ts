import type { ToolInputError } from './tool-input.js';

/**
 * What a streamed block knows beside its wire fields. The properties are not enumerable, so a block goes back to
 * the API, or into JSON, exactly as the API writes it.
 */
export interface BlockFacts {
  /**
   * The JSON of a tool's input as the model wrote it. Numbers beyond 2^53 are still exact here, and an input that
   * is no JSON is not lost.
   */
  readonly rawInput?: string | undefined;
  /** Why `input` is not what the model meant: then it is `{}`, and the tool must not run. */
  readonly inputError?: ToolInputError | undefined;
  /** The deltas of a kind that this release does not know, as they came. What they add is in the block as well. */
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
 * What is known of a block beside its wire fields. Empty for a block that did not come out of a stream.
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
  // The three names are given to streamed blocks by `attachBlockFacts` alone; on other blocks they read as undefined.
  const { rawInput, inputError, unknownDeltas } = block as BlockFacts;
  return { rawInput, inputError, unknownDeltas };
}
