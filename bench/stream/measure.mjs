/**
 * Measures one reader: `node measure.mjs <text|tool> <reader> <size> <url>`, where the URL serves answers of any size.
 * Prints two CPU times in microseconds: that of the bare loop and that of the reader. The two take turns, so that a
 * moment in which the machine is slow is one for both, and the least time of each counts.
 */
import { bareLoop, textReaders, toolReaders } from './contenders.mjs';

const ROUNDS = 15;
/** Who takes longer than this for its rounds, in milliseconds, has been measured well enough. */
const PATIENCE = 10_000;

const [kind, name, size, url] = process.argv.slice(2);
const read = { text: textReaders, tool: toolReaders }[kind][name];

async function cpuTimeOf(reader, size) {
  const before = process.cpuUsage();
  if (!((await reader(`${url}/${kind}/${size}`)) > 0)) throw new Error(`${name} has read nothing`);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const least = { bare: Number.POSITIVE_INFINITY, reader: Number.POSITIVE_INFINITY };

async function measure(size) {
  least.bare = Math.min(least.bare, await cpuTimeOf(bareLoop, size));
  least.reader = Math.min(least.reader, await cpuTimeOf(read, size));
}

// The code is loaded and compiled on a smaller answer.
for (let round = 0; round < 3; round += 1) await measure(Math.min(size, 5_000));
least.bare = least.reader = Number.POSITIVE_INFINITY;

const began = performance.now();
for (let round = 0; round < ROUNDS && performance.now() - began < PATIENCE; round += 1) await measure(size);
process.stdout.write(JSON.stringify(least));
