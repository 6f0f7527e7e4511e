/**
 * Measures one reader: `node --expose-gc measure-memory.mjs <reader> <streams> <url>`. Prints by how many bytes the heap, with
 * what belongs to it outside, and the resident set have grown while all streams are half read.
 */
import { setTimeout } from 'node:timers/promises';
import { BARE, bareLoop, textReaders } from './contenders.mjs';

const [name, count, url] = process.argv.slice(2);
const read = { ...textReaders, [BARE]: bareLoop }[name];

async function all(streams) {
  const reading = Array.from({ length: streams }, () => read(url));
  while (Number(await (await fetch(`${url}/half`)).text()) < streams) await setTimeout(50);
  // What has arrived is read.
  await setTimeout(1_000);
  const now = memory();
  await fetch(`${url}/rest`);
  const lengths = await Promise.all(reading);
  if (new Set(lengths).size !== 1 || !(lengths[0] > 0)) throw new Error(`${name} has read ${lengths[0]}`);
  return now;
}

function memory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

// The code is loaded and compiled.
await all(20);
const before = memory();
const during = await all(Number(count));
const figures = { heap: during.heap - before.heap, resident: during.resident - before.resident };
process.stdout.write(JSON.stringify(figures), () => process.exit());
