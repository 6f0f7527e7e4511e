import { tableOf } from '../benchmarks-page.mjs';

/** The CPU time per event, and its ratio to the bare loop that was measured in the same process. */
export function textTable(times, events) {
  const rows = [...times].map(([name, { bare, reader }]) => [
    name,
    `${(reader / events).toFixed(2)} µs`,
    `${(bare / events).toFixed(2)} µs`,
    `${(reader / bare).toFixed(2)}×`,
  ]);
  return `An answer of ${events.toLocaleString('en')} text deltas, one or two words each:\n\n${tableOf(['reader', 'CPU per event', 'bare loop', 'ratio'], rows)}`;
}

/** The CPU time of a tool input that is parsed after every delta, by size. */
export function toolTable(times, sizes) {
  const factor = (list) => `${(list.at(-1) / list.at(-2)).toFixed(1)}×`;
  const rows = [...times].map(([name, list]) => [name, ...list.map(milliseconds), factor(list)]);
  const columns = [...sizes.map((size) => `${size / 1000} kB`), 'from 100 to 200 kB'];
  return `A tool input in chunks of 20 bytes. After each chunk, the reader parses the input received so far:\n\n${tableOf(['reader', ...columns], rows)}`;
}

function milliseconds(time) {
  return time < 10_000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(0)} s`;
}
