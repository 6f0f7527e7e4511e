// Ten thousand requests, four workers, twenty kills, one restart of Redis: `npm run fleet`.
//
//     FLEET_JOBS=300 FLEET_KILLS=3 npm run fleet       a small run
//     FLEET_MACHINES=2 npm run fleet                   in two network namespaces, one of which loses its network
//     FLEET_FORMAT=json npm run fleet                  the account for programs
//
// Needs Debian's `redis-server`. Everything else is started here: Redis and a server that plays the API, with faults and a
// limit per minute that it checks over every sliding minute and second, each on a free port.
import { account } from './account.js';
import { conduct } from './conduct.js';
import { onTwoMachines } from './machines.js';
import { planOf } from './plan.js';
import { work } from './work.js';

if (process.env.FLEET_ROLE === 'worker') {
  await work();
} else if (process.env.FLEET_MACHINES === '2' && process.env.FLEET_ROLE !== 'conductor') {
  await onTwoMachines();
} else {
  const outcome = await conduct(planOf(process.env));
  console.log(process.env.FLEET_FORMAT === 'json' ? JSON.stringify(outcome) : account(outcome));
  process.exitCode = outcome.isWhole ? 0 : 1;
}
