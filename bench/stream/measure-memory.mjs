/**
 * Measures one reader: `node --expose-gc measure-memory.mjs <reader> <streams> <url>`. Prints, as JSON, by how many bytes the
 * heap (with external memory) and the resident set have grown once half of every stream has been read.
 */
import { setTimeout } from 'node:timers/promises';
import { BARE, bareLoop, textReaders } from './contenders.mjs';

const [name, count, url] = process.argv.slice(2);
const read = { ...textReaders, [BARE]: bareLoop }[name];

/** Reads all streams. Returns the memory in use when half of each has been read. */
async function readAll(streams) {
  const reading = Array.from({ length: streams }, () => read(url));
  while (Number(await (await fetch(`${url}/half`)).text()) < streams) await setTimeout(50);
  // Gives the readers time to read what has arrived.
  await setTimeout(1_000);
  const now = memory();
  await fetch(`${url}/rest`);
  const lengths = await Promise.all(reading);
  if (new Set(lengths).size !== 1 || !(lengths[0] > 0))
    throw new Error(`${name} read answers of different lengths, or nothing: ${lengths[0]}`);
  return now;
}

function memory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

// The first streams load and compile the code.
await readAll(20);
const before = memory();
const during = await readAll(Number(count));
const figures = { heap: during.heap - before.heap, resident: during.resident - before.resident };
process.stdout.write(JSON.stringify(figures), () => process.exit());
