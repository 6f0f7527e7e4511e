import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import type { Shape } from '../document/shape.js';
import { type Invoke, invokeShape } from './invoke.js';

/** One or more calls, as the model writes them. */
export interface FunctionCalls {
  readonly invoke: readonly Invoke[];
}

/** @internal */
export const functionCallsShape: Shape<FunctionCalls> = record({ invoke: many(invokeShape, 1) });

/**
 * Reads and writes a `<function_calls>` block. `extractFunctionCalls()` finds it in an answer.
 *
 * @example
 * ```ts
 * import { FunctionCalls } from 'clust/xml';
 *
 * const calls = FunctionCalls.parse(`
 *   <function_calls>
 *     <invoke>
 *       <tool_name>get_current_stock_price</tool_name>
 *       <parameters><symbol>GM</symbol></parameters>
 *     </invoke>
 *   </function_calls>`);
 * const symbol = calls.invoke[0]?.parameters['symbol'];
 * ```
 */
export const FunctionCalls: XmlCodec<FunctionCalls> = codec('function_calls', functionCallsShape);
