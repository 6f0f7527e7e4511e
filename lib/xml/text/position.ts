/** A position in a text. Both numbers start at 1, and columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const start: Position = { line: 1, column: 1 };

/** The position after `text`, if `text` starts at `from`. */
export function positionAfter(from: Position, text: string): Position {
  let line = from.line;
  let lastBreak = -1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lastBreak = at;
  }
  return { line, column: lastBreak === -1 ? from.column + text.length : text.length - lastBreak };
}
