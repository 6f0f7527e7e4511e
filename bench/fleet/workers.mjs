// Measures the throughput of one, two and four workers, without a rate limit and with one:
//
//     npm run build && node bench/fleet/workers.mjs
//
// The server takes 400 ms per answer. The workers wait most of the time, so two CPU cores are enough for all of them.
// Writes a table into docs/scaling.md.
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { runExample } from './example.mjs';

const LIMIT = 3_000;
const settings = { KILLS: 0, CONCURRENCY: 16, LATENCY: 400 };

const throughputs = {};
for (const workers of [1, 2, 4]) {
  const unlimitedRun = { ...settings, WORKERS: workers, JOBS: 500 * workers, PER_MINUTE: 1_000_000 };
  // Throughput is measured in the second half of a run. With this many jobs the initial burst is over by then.
  const limitedRun = { ...settings, WORKERS: workers, JOBS: 2_000, PER_MINUTE: LIMIT };
  const { throughput: unlimited } = await runExample(unlimitedRun);
  const { throughput: limited } = await runExample(limitedRun);
  throughputs[workers] = { unlimited, limited };
  console.log(workers, throughputs[workers]);
}
const rows = Object.entries(throughputs).map(([workers, { unlimited, limited }]) => [
  workers,
  `${unlimited.toFixed(0)}/s`,
  `${(unlimited / throughputs[1].unlimited).toFixed(2)}×`,
  `${limited.toFixed(0)}/s`,
]);
writeTables(
  'fleet-workers',
  [tableOf(['workers', 'without a limit', '', `with ${LIMIT.toLocaleString('en')} per minute`], rows)],
  'scaling',
);
recordResults('fleet-workers', throughputs);
