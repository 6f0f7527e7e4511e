/**
 * Measures what it costs to read a stream, in CPU time of the reading process, and writes the tables into
 * docs/benchmarks.md. The server runs here; each reader runs in a process of its own, so that none profits from what
 * another has warmed up.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { textReaders, toolReaders } from './contenders.mjs';
import { startServer } from './server.mjs';
import { textTable, toolTable, writeTables } from './tables.mjs';

const EVENTS = 20_000;
/** Everybody is measured so often, in turns; the least time counts. */
const TURNS = 3;
const SIZES = [25_000, 50_000, 100_000, 200_000];

const server = await startServer();
const url = `http://127.0.0.1:${server.address().port}`;

/** CPU time of one reader for one answer, in microseconds. */
async function measure(kind, name, size) {
  const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind, name, size, url]);
  return Number(stdout);
}

async function measureTexts() {
  const least = new Map();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const name of Object.keys(textReaders)) {
      const time = (await measure('text', name, EVENTS)) / EVENTS;
      least.set(name, Math.min(time, least.get(name) ?? Number.POSITIVE_INFINITY));
      console.log(`${name}: ${time.toFixed(2)} µs per event`);
    }
  }
  return least;
}

async function measureTools() {
  const times = new Map();
  for (const name of Object.keys(toolReaders)) {
    times.set(name, []);
    for (const size of SIZES) {
      const time = (await measure('tool', name, size)) / 1000;
      times.get(name).push(time);
      console.log(`${name}: ${size / 1000} kB in ${time.toFixed(0)} ms`);
    }
  }
  return times;
}

const tables = [textTable(await measureTexts(), EVENTS), toolTable(await measureTools(), SIZES)];
writeTables(tables);
server.close();
server.closeAllConnections();
