import type { FunctionCalls } from '../dialect/function-calls.js';
import type { AnswerPart, ExtractOptions } from './answer-part.js';
import { Extractor } from './extractor.js';
import { mergeProse } from './merge-prose.js';

/** The calls of an answer, and its prose. */
export interface ExtractedCalls extends FunctionCalls {
  /** All prose. The calls are left out. */
  readonly prose: string;
  /** Prose and calls in their order. */
  readonly parts: readonly AnswerPart[];
}

/**
 * Finds the calls of an answer: those of the block at its end, or of all its blocks with `where: 'anywhere'`.
 *
 * @throws {XmlError} If a block of calls is malformed or cut off: either all calls are returned or none.
 *
 * @example
 * ```ts
 * import { extractFunctionCalls } from 'clust/xml';
 *
 * const answer = `Let me look that up.
 * <function_calls>
 *   <invoke>
 *     <tool_name>get_current_stock_price</tool_name>
 *     <parameters><symbol>GM</symbol></parameters>
 *   </invoke>`;
 *
 * const { prose, invoke } = extractFunctionCalls(answer, { stopped: true });
 * ```
 */
export function extractFunctionCalls(text: string, options: ExtractOptions = {}): ExtractedCalls {
  const extractor = new Extractor(options);
  const parts = mergeProse([...extractor.write(text), ...extractor.end(options)]);
  return {
    invoke: parts.flatMap((part) => (part.type === 'call' ? [part.call] : [])),
    prose: parts.map((part) => (part.type === 'prose' ? part.text : '')).join(''),
    parts,
  };
}
