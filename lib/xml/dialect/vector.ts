import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import { freeText } from '../document/shape.js';

/** A list as the value of a parameter or the output of a tool. */
export interface Vector {
  readonly value: readonly string[];
}

/**
 * Reads and writes `<vector>`.
 *
 * @example
 * ```ts
 * import { Vector } from 'clust/xml';
 *
 * const { value } = Vector.parse('<vector><value>1</value><value>2</value></vector>');
 * ```
 */
export const Vector: XmlCodec<Vector> = codec('vector', record({ value: many(freeText) }));
