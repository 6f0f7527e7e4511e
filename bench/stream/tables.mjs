import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const page = new URL('../../docs/benchmarks.md', import.meta.url);
const BEGIN = '<!-- bench/stream: begin -->';
const END = '<!-- bench/stream: end -->';

const rowsOf = (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** CPU time per event, and how it compares with that of the bare loop beside it. */
export function textTable(times, events) {
  const rows = [...times].map(([name, { bare, reader }]) => [
    name,
    `${(reader / events).toFixed(2)} µs`,
    `${(bare / events).toFixed(2)} µs`,
    `${(reader / bare).toFixed(2)}×`,
  ]);
  const head = [
    ['reader', 'CPU per event', 'bare loop beside it', 'ratio'],
    ['---', '---:', '---:', '---:'],
  ];
  return `An answer of ${events.toLocaleString('en')} pieces of text, a word or two each:\n\n${rowsOf([...head, ...rows])}`;
}

/** CPU time of a tool's input with a view of it at every piece. */
export function toolTable(times, sizes) {
  const factor = (list) => `${(list.at(-1) / list.at(-2)).toFixed(1)}×`;
  const rows = [...times].map(([name, list]) => [name, ...list.map(milliseconds), factor(list)]);
  const columns = [...sizes.map((size) => `${size / 1000} kB`), 'from 100 to 200 kB'];
  const head = [
    ['reader', ...columns],
    ['---', ...columns.map(() => '---:')],
  ];
  return `The input of a tool in pieces of 20 bytes, with a view of what it says so far at every piece:\n\n${rowsOf([...head, ...rows])}`;
}

function milliseconds(time) {
  return time < 10_000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(0)} s`;
}

/** Replaces what stands between the markers of the page. */
export function writeTables(tables) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/benchmarks.md has lost its markers, ${BEGIN} and ${END}`);
  const place = `Node ${process.version} on ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}.`;
  writeFileSync(page, `${before}${BEGIN}\n\n${[place, ...tables].join('\n\n')}\n\n${END}${after}`);
}
