/**
 * Measures one reader: `node measure.mjs <text|tool> <reader> <size> <url>`, where the URL serves answers of any size.
 * Prints the least CPU time of a few rounds, in microseconds: that of the round which the machine disturbed least.
 */
import { textReaders, toolReaders } from './contenders.mjs';

const ROUNDS = 5;
/** Who takes longer than this for its rounds, in milliseconds, has been measured well enough. */
const PATIENCE = 10_000;

const [kind, name, size, url] = process.argv.slice(2);
const read = { text: textReaders, tool: toolReaders }[kind][name];

async function cpuTimeOf(size) {
  const before = process.cpuUsage();
  if (!((await read(`${url}/${kind}/${size}`)) > 0)) throw new Error(`${name} has read nothing`);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

// The code is loaded and compiled on a smaller answer.
for (let round = 0; round < 3; round += 1) await cpuTimeOf(Math.min(size, 5_000));

let least = Number.POSITIVE_INFINITY;
const began = performance.now();
for (let round = 0; round < ROUNDS && performance.now() - began < PATIENCE; round += 1) {
  least = Math.min(least, await cpuTimeOf(size));
}
process.stdout.write(String(least));
