import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const page = new URL('../docs/benchmarks.md', import.meta.url);

/** A table in Markdown: the first column names what was measured, the others hold numbers. */
export function tableOf(heads, rows) {
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces what stands between the markers of a program on the page, `<!-- bench/stream: begin -->` and its end. */
export function writeTables(program, tables) {
  const [begin, end] = ['begin', 'end'].map((side) => `<!-- bench/${program}: ${side} -->`);
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/benchmarks.md has lost its markers, ${begin} and ${end}`);
  const place = `Node ${process.version} on ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}.`;
  writeFileSync(page, `${before}${begin}\n\n${[place, ...tables].join('\n\n')}\n\n${end}${after}`);
}
