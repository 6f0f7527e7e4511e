import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import type { Shape } from '../document/shape.js';
import { type Parameter, parameterShape } from './parameter.js';

/** The descriptions of a tool's parameters in a prompt. */
export interface Parameters {
  readonly parameter: readonly Parameter[];
}

/** @internal */
export const parametersShape: Shape<Parameters> = record({ parameter: many(parameterShape) });

/**
 * Reads and writes the `<parameters>` of a tool description. Those of a call belong to `Invoke`.
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
