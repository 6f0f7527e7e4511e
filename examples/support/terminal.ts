import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Styles text for a terminal. Returns it unchanged if the output is not a terminal or NO_COLOR is set (https://no-color.org). */
function styled(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;
}

export const bold = (text: string) => styled('bold', text);
export const dim = (text: string) => styled('dim', text);
export const green = (text: string) => styled('green', text);

/** Formats source code with a bar at its left, which sets it apart from the output. */
export function listing(code: string): string {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => `${dim('│')} ${styled('cyan', line)}`.trimEnd())
    .join('\n');
}

/** Aligns rows in columns: the first column to the left, the others, which hold numbers, to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column]).length));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(width(0)) : String(cell).padStart(width(column) + 3),
        )
        .join(''),
    )
    .join('\n');
}
