import type { Invoke } from '../dialect/invoke.js';

/** A part of an answer: what the model says, or a call that it makes. */
export type AnswerPart =
  | { readonly type: 'prose'; readonly text: string }
  | { readonly type: 'call'; readonly call: Invoke };

/** How calls are found in an answer. */
export interface ExtractOptions {
  /**
   * Which blocks are calls:
   * - `'end'`: the block that ends the answer, or that the stop sequence cut; with the blocks directly before it. A block
   *   that anything follows is prose: a quotation, an example in a code fence, a text that the model repeats.
   * - `'anywhere'`: every block. Text that the model only quotes is then called, too.
   *
   * @default 'end'
   */
  readonly where?: 'anywhere' | 'end' | undefined;
  /**
   * Whether the stop sequence `</function_calls>` ended the answer. The API leaves a stop sequence out of the text,
   * so the last block then lacks its closing tag, and is whole all the same. A call that is not whole is refused as ever.
   *
   * A function is asked at the end of the text: of a stream, the stop reason is not known before.
   *
   * @default false
   */
  readonly stopped?: boolean | (() => boolean) | undefined;
}
