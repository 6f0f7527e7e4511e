import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import { freeText } from '../document/shape.js';

/** A list, as the value of a parameter or the output of a tool. */
export interface Vector {
  readonly value: readonly string[];
}

/** Reads and writes `<vector>`. */
export const Vector: XmlCodec<Vector> = codec('vector', record({ value: many(freeText) }));
