import { codec, type XmlCodec } from '../document/codec.js';
import { one, optional, record } from '../document/record.js';
import { freeText, plainText, type Shape } from '../document/shape.js';
import { type Parameters, parametersShape } from './parameters.js';

/** The description of a tool in a prompt. */
export interface ToolDescription {
  readonly tool_name: string;
  readonly description: string;
  readonly parameters: Parameters;
}

/** @internal */
export const toolDescriptionShape: Shape<ToolDescription> = record({
  tool_name: one(plainText),
  description: one(freeText),
  parameters: optional(parametersShape, { parameter: [] }),
});

/**
 * Reads and writes `<tool_description>`.
 *
 * @example
 * ```ts
 * import { ToolDescription } from 'clust/xml';
 *
 * const xml = ToolDescription.serialize({
 *   tool_name: 'get_current_stock_price',
 *   description: 'Gets the current stock price for a company.',
 *   parameters: { parameter: [{ name: 'symbol', type: 'string', description: 'The stock symbol.' }] },
 * });
 * ```
 */
export const ToolDescription: XmlCodec<ToolDescription> = codec('tool_description', toolDescriptionShape);
