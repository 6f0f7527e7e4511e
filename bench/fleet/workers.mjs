// How many requests a second one, two and four workers make, without a limit that holds them back and with one:
//
//     npm run build && node bench/fleet/workers.mjs
//
// The server takes 400 ms for an answer, so that the workers wait and two processors suffice for all. Writes the table of
// docs/scaling.md.
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { runExample } from './example.mjs';

const LIMIT = 3_000;
const settings = { KILLS: 0, CONCURRENCY: 16, LATENCY: 400 };

const found = {};
for (const workers of [1, 2, 4]) {
  const free = { ...settings, WORKERS: workers, JOBS: 500 * workers, PER_MINUTE: 1_000_000 };
  // Enough that the second half, which counts, comes after what may go at once.
  const limited = { ...settings, WORKERS: workers, JOBS: 2_000, PER_MINUTE: LIMIT };
  const [{ pace: without }, { pace: within }] = [await runExample(free), await runExample(limited)];
  found[workers] = { without, within };
  console.log(workers, found[workers]);
}
const rows = Object.entries(found).map(([workers, { without, within }]) => [
  workers,
  `${without.toFixed(0)}/s`,
  `${(without / found[1].without).toFixed(2)}×`,
  `${within.toFixed(0)}/s`,
]);
writeTables(
  'fleet-workers',
  [tableOf(['workers', 'without a limit', '', `with ${LIMIT.toLocaleString('en')} a minute`], rows)],
  'scaling',
);
recordResults('fleet-workers', found);
