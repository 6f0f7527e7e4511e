/**
 * Measures the CPU time that it takes to read a stream, and writes the tables into docs/benchmarks.md. The server runs in
 * this process. Each reader runs in its own process, so that no reader benefits from an earlier one.
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
/** The number of processes in which each reader is measured. */
const ROUNDS = 3;
const SIZES = [25_000, 50_000, 100_000, 200_000];

const server = await startServer();
const url = `http://127.0.0.1:${server.address().port}`;

/** The CPU times of the bare loop and of one reader for one answer, in microseconds. */
async function measure(kind, name, size) {
  const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind, name, size, url]);
  const times = JSON.parse(stdout);
  console.log(
    `${name}, ${kind} ${size}: ${times.reader / 1000} ms, ${(times.reader / times.bare).toFixed(2)}×`,
  );
  return times;
}

/** The times of the process with the median ratio of reader to bare loop. */
async function measureText(name) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure('text', name, EVENTS));
  rounds.sort((left, right) => left.reader / left.bare - right.reader / right.bare);
  return rounds[Math.floor(ROUNDS / 2)];
}

async function measureTool(name) {
  const times = [];
  for (const size of SIZES) times.push((await measure('tool', name, size)).reader / 1000);
  return times;
}

async function measureEach(readers, measureOne) {
  const times = new Map();
  for (const name of Object.keys(readers)) times.set(name, await measureOne(name));
  return times;
}

const texts = await measureEach(textReaders, measureText);
const tools = await measureEach(toolReaders, measureTool);
writeTables('stream', [textTable(texts, EVENTS), toolTable(tools, SIZES)]);
recordResults('stream', {
  events: EVENTS,
  text: Object.fromEntries(texts),
  sizes: SIZES,
  tool: Object.fromEntries(tools),
});
server.close();
server.closeAllConnections();
