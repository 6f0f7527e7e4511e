// Runs ten thousand requests on four workers while workers are killed twenty times and Redis once: `npm run fleet`.
//
//     FLEET_JOBS=300 FLEET_KILLS=3 npm run fleet       a small run
//     FLEET_MACHINES=2 npm run fleet                   two network namespaces, one of which loses its network
//     FLEET_FORMAT=json npm run fleet                  prints the outcome as JSON
//
// Needs `redis-server` (Debian: apt-get install redis-server). Starts Redis and a fake API server on free ports. The
// server rejects some requests, and records the most requests in any sliding minute and second.
import { runOnTwoMachines } from './machines.js';
import { planOf } from './plan.js';
import { formatReport } from './report.js';
import { runFleet } from './run-fleet.js';
import { runWorker } from './worker.js';

if (process.env.FLEET_ROLE === 'worker') {
  await runWorker();
} else if (process.env.FLEET_MACHINES === '2' && process.env.FLEET_ROLE !== 'coordinator') {
  await runOnTwoMachines();
} else {
  const outcome = await runFleet(planOf(process.env));
  console.log(process.env.FLEET_FORMAT === 'json' ? JSON.stringify(outcome) : formatReport(outcome));
  process.exitCode = outcome.passed ? 0 : 1;
}
