import { XmlError } from '../../errors/xml-error.js';
import type { Position } from './position.js';

/** The text is not what is allowed at that place. */
export function malformed(at: Position, expected: string, found: string): XmlError {
  return new XmlError(`expected ${expected} at ${place(at)}, found ${excerpt(found)}`, { ...at, expected });
}

/** The text ends before its XML does: an answer that was cut off, or an incomplete call. */
export function truncated(at: Position, expected: string): XmlError {
  return new XmlError(`the text is cut off at ${place(at)}: expected ${expected}`, {
    ...at,
    expected,
    truncated: true,
  });
}

/** The text is larger than any tool call; `limit` describes the maximum. */
export function overLimit(at: Position, limit: string): XmlError {
  return new XmlError(`the XML is too large at ${place(at)}: expected ${limit}`, { ...at, expected: limit });
}

/** A value that XML cannot represent; `path` is its path, `at` the position in its text. */
export function unwritable(path: string, at: Position, expected: string, found: string): XmlError {
  const where = path === '' ? 'the value' : path;
  return new XmlError(
    `${where} cannot be written as XML: expected ${expected} at ${place(at)}, found ${found}`,
    {
      ...at,
      expected,
    },
  );
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(alternatives: readonly string[]): string {
  const last = alternatives.at(-1) ?? '';
  return alternatives.length < 2 ? last : `${alternatives.slice(0, -1).join(', ')} or ${last}`;
}

function place({ line, column }: Position): string {
  return `line ${line}, column ${column}`;
}

// Long enough to recognize the place.
const excerptLength = 40;

function excerpt(text: string): string {
  const oneLine = text.slice(0, excerptLength + 1).replace(/\s+/g, ' ');
  return oneLine.length > excerptLength ? `${oneLine.slice(0, excerptLength)}…` : oneLine;
}
