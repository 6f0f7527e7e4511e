import type { Invoke } from '../dialect/invoke.js';

/** A part of an answer: prose, or a call. */
export type AnswerPart =
  | { readonly type: 'prose'; readonly text: string }
  | { readonly type: 'call'; readonly call: Invoke };

/** Options for finding calls in an answer. */
export interface ExtractOptions {
  /**
   * Which blocks are calls:
   * - `'end'`: the block at the end of the answer, or the one that the stop sequence cut off, with the blocks directly
   *   before it. A block that is followed by anything is prose: a quotation, an example in a code fence, a text that
   *   the model repeats.
   * - `'anywhere'`: every block, including text that the model only quotes.
   *
   * @default 'end'
   */
  readonly where?: 'anywhere' | 'end' | undefined;
  /**
   * Whether the stop sequence `</function_calls>` ended the answer. The API leaves the stop sequence out of the text,
   * so the last block has no closing tag but counts as complete. A call that is incomplete is still refused.
   *
   * A function is called at the end of the text, since the stop reason of a stream is not known earlier.
   *
   * @default false
   */
  readonly stopped?: boolean | (() => boolean) | undefined;
}
