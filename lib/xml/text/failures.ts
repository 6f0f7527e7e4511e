import { XmlError } from '../../errors/xml-error.js';
import type { Position } from './position.js';

/** The text says something else than what may stand at that place. */
export function malformed(at: Position, expected: string, found: string): XmlError {
  return new XmlError(`expected ${expected} at ${place(at)}, found ${excerpt(found)}`, { ...at, expected });
}

/** The text ends before its XML does: an answer that was cut off, or a call not yet complete. */
export function truncated(at: Position, expected: string): XmlError {
  return new XmlError(`the text is cut off at ${place(at)}: expected ${expected}`, {
    ...at,
    expected,
    truncated: true,
  });
}

/** The text asks for more than a tool call ever needs; `limit` says how much is taken. */
export function overLimit(at: Position, limit: string): XmlError {
  return new XmlError(`the XML is too large at ${place(at)}: expected ${limit}`, { ...at, expected: limit });
}

/** A value that XML cannot hold; `path` leads to it, `at` is the place inside its text. */
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

// Enough to recognise the place; never a whole document in a message.
const excerptLength = 40;

function excerpt(text: string): string {
  const oneLine = text.slice(0, excerptLength + 1).replace(/\s+/g, ' ');
  return oneLine.length > excerptLength ? `${oneLine.slice(0, excerptLength)}…` : oneLine;
}
