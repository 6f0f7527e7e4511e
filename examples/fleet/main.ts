// Ten thousand requests, four workers, twenty kills, one restart of Redis: `npm run fleet`.
//
//     FLEET_JOBS=300 FLEET_KILLS=3 npm run fleet       a small run
//
// Needs Debian's `redis-server`. Everything else is started here: Redis and a server that plays the API, with faults and a
// limit per minute that it checks over every sliding minute, each on a free loopback port.
import { account } from './account.js';
import { conduct } from './conduct.js';
import { work } from './work.js';

if (process.env.FLEET_ROLE === 'worker') {
  await work();
} else {
  const jobs = Number(process.env.FLEET_JOBS ?? 10_000);
  const kills = Number(process.env.FLEET_KILLS ?? 20);
  const perMinute = Number(process.env.FLEET_PER_MINUTE ?? 60_000);
  const outcome = await conduct({
    jobs,
    kills,
    perMinute,
    workers: Number(process.env.FLEET_WORKERS ?? 4),
  });
  console.log(account(outcome));
  process.exitCode = outcome.isWhole ? 0 : 1;
}
