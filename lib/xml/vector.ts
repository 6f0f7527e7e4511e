import { codec, type XmlCodec } from './codec.js';
import { many, record } from './record.js';
import { freeText } from './shape.js';

/** A list, as the value of a parameter or the output of a tool. */
export interface Vector {
  readonly value: readonly string[];
}

/** Reads and writes `<vector>`. */
export const Vector: XmlCodec<Vector> = codec('vector', record({ value: many(freeText) }));
