/**
 * Measures what it costs to read a stream, in CPU time of the reading process, and writes the tables into
 * docs/benchmarks.md. The server runs here; each reader runs in a process of its own, so that none profits from what
 * another has warmed up.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { textReaders, toolReaders } from './contenders.mjs';
import { startServer } from './server.mjs';
import { textTable, toolTable } from './tables.mjs';

const EVENTS = 20_000;
/** In so many processes each reader is measured. */
const TURNS = 3;
const SIZES = [25_000, 50_000, 100_000, 200_000];

const server = await startServer();
const url = `http://127.0.0.1:${server.address().port}`;

/** CPU times of the bare loop and of one reader for one answer, in microseconds. */
async function measure(kind, name, size) {
  const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind, name, size, url]);
  const times = JSON.parse(stdout);
  console.log(
    `${name}, ${kind} ${size}: ${times.reader / 1000} ms, ${(times.reader / times.bare).toFixed(2)}×`,
  );
  return times;
}

/** The median of a few processes, by how the reader compares with the bare loop. */
async function measureText(name) {
  const turns = [];
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await measure('text', name, EVENTS));
  turns.sort((left, right) => left.reader / left.bare - right.reader / right.bare);
  return turns[Math.floor(TURNS / 2)];
}

async function measureTool(name) {
  const times = [];
  for (const size of SIZES) times.push((await measure('tool', name, size)).reader / 1000);
  return times;
}

async function forEach(readers, measureOne) {
  const found = new Map();
  for (const name of Object.keys(readers)) found.set(name, await measureOne(name));
  return found;
}

const texts = await forEach(textReaders, measureText);
const tools = await forEach(toolReaders, measureTool);
writeTables('stream', [textTable(texts, EVENTS), toolTable(tools, SIZES)]);
recordResults('stream', {
  events: EVENTS,
  text: Object.fromEntries(texts),
  sizes: SIZES,
  tool: Object.fromEntries(tools),
});
server.close();
server.closeAllConnections();
