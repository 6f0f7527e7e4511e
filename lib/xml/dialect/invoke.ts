import type { CallParameters } from '../document/call-parameters.js';
import { codec, type XmlCodec } from '../document/codec.js';
import { one, optional, record } from '../document/record.js';
import { plainText, type Shape } from '../document/shape.js';
import { callParameters } from './call-parameters-shape.js';

/** A call of a tool, as the model writes it. */
export interface Invoke {
  readonly tool_name: string;
  /** The texts of the parameters. `callFunctions()` converts them to the types of the tool's schema. */
  readonly parameters: CallParameters;
}

/** @internal */
export const invokeShape: Shape<Invoke> = record({
  tool_name: one(plainText),
  parameters: optional(callParameters, {}),
});

/**
 * Reads and writes `<invoke>`. A call without `<parameters>` reads as one with none.
 *
 * @example
 * ```ts
 * import { Invoke } from 'clust/xml';
 *
 * const xml = Invoke.serialize({ tool_name: 'get_current_stock_price', parameters: { symbol: 'GM' } });
 * const { parameters } = Invoke.parse(xml);
 * ```
 */
export const Invoke: XmlCodec<Invoke> = codec('invoke', invokeShape);
