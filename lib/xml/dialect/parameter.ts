import { codec, type XmlCodec } from '../document/codec.js';
import { one, record } from '../document/record.js';
import { freeText, plainText, type Shape } from '../document/shape.js';

/** The description of one parameter of a tool in a prompt. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** @internal */
export const parameterShape: Shape<Parameter> = record({
  name: one(plainText),
  type: one(freeText),
  description: one(freeText),
});

/**
 * Reads and writes `<parameter>`.
 *
 * @example
 * ```ts
 * import { Parameter } from 'clust/xml';
 *
 * const xml = Parameter.serialize({ name: 'symbol', type: 'string', description: 'The stock symbol.' });
 * const { name } = Parameter.parse(xml);
 * ```
 */
export const Parameter: XmlCodec<Parameter> = codec('parameter', parameterShape);
