import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** A Markdown table, aligned. The first column holds labels and is left-aligned; the others hold numbers. */
export function tableOf(heads, rows) {
  const table = [heads, ...rows].map((cells) => cells.map(String));
  const widths = heads.map((_, column) => Math.max(3, ...table.map((cells) => cells[column].length)));
  const lines = table.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [lines[0], rule, ...lines.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces the text between the markers of a program in a document: `<!-- bench/stream: begin -->` and `: end -->`. */
export function writeTables(program, tables, name = 'benchmarks') {
  const page = new URL(`../docs/${name}.md`, import.meta.url);
  const [begin, end] = ['begin', 'end'].map((side) => `<!-- bench/${program}: ${side} -->`);
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/${name}.md lacks the markers ${begin} and ${end}`);
  const environment = `Node ${process.version} on ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}.`;
  writeFileSync(page, `${before}${begin}\n\n${[environment, ...tables].join('\n\n')}\n\n${end}${after}`);
}
