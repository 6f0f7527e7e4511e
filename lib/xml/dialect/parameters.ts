import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import type { Shape } from '../document/shape.js';
import { type Parameter, parameterShape } from './parameter.js';

/** The parameters of a tool, as a prompt describes them. */
export interface Parameters {
  readonly parameter: readonly Parameter[];
}

/** @internal */
export const parametersShape: Shape<Parameters> = record({ parameter: many(parameterShape) });

/**
 * Reads and writes the `<parameters>` of a tool description. Those of a call are a part of `Invoke`.
 *
 * @example
 * ```ts
 * import { Parameters } from 'clust/xml';
 *
 * const xml = Parameters.serialize({
 *   parameter: [{ name: 'symbol', type: 'string', description: 'The stock symbol.' }],
 * });
 * ```
 */
export const Parameters: XmlCodec<Parameters> = codec('parameters', parametersShape);
