/** A place in a text: both numbers from 1, columns in UTF-16 code units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const start: Position = { line: 1, column: 1 };

/** The place behind `text`, when `text` begins at `from`. */
export function behind(from: Position, text: string): Position {
  let line = from.line;
  let lastBreak = -1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lastBreak = at;
  }
  return { line, column: lastBreak === -1 ? from.column + text.length : text.length - lastBreak };
}
