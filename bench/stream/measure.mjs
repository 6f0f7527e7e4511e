/**
 * Measures one reader: `node measure.mjs <text|tool> <reader> <size> <url>`, where the URL serves answers of any size.
 * Prints, as JSON, the CPU times of the bare loop and of the reader, in microseconds. The two take turns, so a slow moment
 * of the machine affects both, and the least time of each counts.
 */
import { bareLoop, textReaders, toolReaders } from './contenders.mjs';

const ROUNDS = 15;
/** No new round starts after this many milliseconds. */
const MAX_TIME = 10_000;

const [kind, name, size, url] = process.argv.slice(2);
const read = { text: textReaders, tool: toolReaders }[kind][name];

async function cpuTimeOf(reader, size) {
  const before = process.cpuUsage();
  if (!((await reader(`${url}/${kind}/${size}`)) > 0)) throw new Error(`${name} read nothing`);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const least = { bare: Number.POSITIVE_INFINITY, reader: Number.POSITIVE_INFINITY };

async function measure(size) {
  least.bare = Math.min(least.bare, await cpuTimeOf(bareLoop, size));
  least.reader = Math.min(least.reader, await cpuTimeOf(read, size));
}

// The first rounds, with a smaller answer, load and compile the code.
for (let round = 0; round < 3; round += 1) await measure(Math.min(size, 5_000));
least.bare = least.reader = Number.POSITIVE_INFINITY;

const began = performance.now();
for (let round = 0; round < ROUNDS && performance.now() - began < MAX_TIME; round += 1) await measure(size);
process.stdout.write(JSON.stringify(least));
