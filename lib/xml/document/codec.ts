import { malformed, unwritable } from '../text/failures.js';
import { type Position, positionAfter, start } from '../text/position.js';
import { writeTemplate } from './library.js';
import { Scanner } from './scanner.js';
import type { Shape } from './shape.js';
import { fillTemplate } from './template.js';

/**
 * Reads and writes one type of element. `parse(serialize(value))` equals `value`, character by character.
 *
 * @throws {XmlError} `parse` throws unless the text is exactly one complete element, with the line, the column and what
 * was expected; `truncated` is set if the text is the beginning of one. `serialize` throws for a value that XML cannot
 * represent.
 */
export interface XmlCodec<Value> {
  parse(xml: string): Value;
  serialize(value: Value): string;
}

export function codec<Value>(root: string, shape: Shape<Value>): XmlCodec<Value> {
  return Object.freeze({
    parse(xml: string): Value {
      if (typeof xml !== 'string') throw unwritable('', start, 'a string', typeof xml);
      const scanner = new Scanner({ root, content: shape.content, at: start });
      refuseMore(scanner.write(xml) ?? '', scanner.at);
      return shape.read(scanner.end());
    },
    serialize(value: Value): string {
      return fillTemplate(writeTemplate(shape.write(root, value, '')));
    },
  });
}

/** Only white space may follow the root. */
function refuseMore(rest: string, at: Position): void {
  const first = rest.search(/\S/);
  if (first === -1) return;
  throw malformed(positionAfter(at, rest.slice(0, first)), 'the end of the text', rest.slice(first));
}
