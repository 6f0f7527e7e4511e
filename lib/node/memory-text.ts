import { ToolFailure } from '../tools/tool-failure.js';

/** How much of a file `view` shows, in characters: about 25,000 tokens. */
const maxShown = 100_000;

const maxLines = 999_999;

/** The output of `view` for a file: its lines with their numbers. */
export function viewLines(path: string, text: string, range: readonly [number, number] | undefined): string {
  const lines = text.split('\n');
  if (lines.length > maxLines)
    throw new ToolFailure(`File ${path} exceeds maximum line limit of 999,999 lines.`);
  const [first = 1, end = -1] = range ?? [];
  const last = end === -1 ? lines.length : end;
  if (first < 1 || first > lines.length || last < first) {
    const given = `Error: Invalid \`view_range\` parameter: [${first}, ${end}].`;
    throw new ToolFailure(
      `${given} It should be within the range of lines of the file: [1, ${lines.length}]`,
    );
  }
  const shown = numbered(lines, first, last);
  if (shown.length > maxShown) {
    const size = `${shown.length} characters, and at most ${maxShown} are shown`;
    throw new ToolFailure(
      `Error: Lines ${first} to ${last} of ${path} have ${size}. Use a smaller view_range.`,
    );
  }
  return `Here's the content of ${path} with line numbers:\n${shown}`;
}

/** Replaces the only occurrence of `search`, and returns the lines around it. */
export function replaceOnce(
  path: string,
  text: string,
  search: string,
  replacement: string,
): { readonly text: string; readonly snippet: string } {
  const [before = '', ...others] = search === '' ? [text] : text.split(search);
  const [after] = others;
  if (after === undefined)
    throw new ToolFailure(
      `No replacement was performed, old_str \`${search}\` did not appear verbatim in ${path}.`,
    );
  if (others.length > 1) {
    const sentence = `No replacement was performed. Multiple occurrences of old_str \`${search}\` in lines:`;
    const places = linesOf(text, search).join(', ');
    throw new ToolFailure(`${sentence} ${places}. Please ensure it is unique`);
  }
  const replaced = before + replacement + after;
  const first = before.split('\n').length;
  const last = first + replacement.split('\n').length - 1;
  return { text: replaced, snippet: numbered(replaced.split('\n'), first - 4, last + 4) };
}

/** Inserts lines after line `at`; 0 for the start. */
export function insertLines(text: string, at: number, inserted: string): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  if (at < 0 || at > lines.length) {
    const range = `It should be within the range of lines of the file: [0, ${lines.length}]`;
    throw new ToolFailure(`Error: Invalid \`insert_line\` parameter: ${at}. ${range}`);
  }
  // The last line keeps its line break, or stays without one.
  const last = at === lines.length ? inserted : text;
  const all = lines.toSpliced(at, 0, inserted.replace(/\n$/, '')).join('\n');
  return last.endsWith('\n') || text.endsWith('\n') ? `${all}\n` : all;
}

/** Numbers lines, right-aligned in six columns. */
function numbered(lines: readonly string[], first: number, last: number): string {
  const start = Math.max(first, 1);
  const shown = lines.slice(start - 1, last);
  return shown.map((line, index) => `${String(start + index).padStart(6)}\t${line}`).join('\n');
}

/** The numbers of the lines in which a text occurs. */
function linesOf(text: string, search: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (let at = text.indexOf(search); at !== -1; at = text.indexOf(search, at + search.length)) {
    line += text.slice(from, at).split('\n').length - 1;
    from = at;
    lines.push(line);
  }
  return lines;
}
