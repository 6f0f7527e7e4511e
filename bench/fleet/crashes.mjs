// What `npm run fleet` counts at full size, on one machine and on two, as the table of docs/scaling.md:
//
//     npm run build && node bench/fleet/account.mjs
//
// Takes about five minutes, `redis-server`, and root for the second machine.
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { runExample } from './example.mjs';

const number = (value) => value.toLocaleString('en');
const rows = {
  jobs: ({ jobs }) => number(jobs),
  'workers killed': ({ killed }) => number(killed),
  'Redis killed': ({ redisKilled }) => number(redisKilled),
  'second machine without network': ({ machines }) => (machines === 2 ? '3 s' : ''),
  results: ({ results }) => number(results),
  'missing, twice or wrong': ({ missing, twice, wrong }) => number(missing + twice + wrong),
  'questions answered twice by the server': ({ answeredTwice }) => number(answeredTwice),
  'requests refused with 429 or 529': ({ refused }) => number(refused),
  'requests in the busiest minute, and allowed': ({ busiest, allowed }) =>
    `${number(busiest.minute)} of ${number(allowed.minute)}`,
  'requests in the busiest second, and allowed': ({ busiest, allowed }) =>
    `${number(busiest.second)} of ${number(allowed.second)}`,
  time: ({ seconds }) => `${seconds.toFixed(0)} s`,
};

const outcomes = [];
for (const machines of [1, 2]) {
  const outcome = await runExample({ MACHINES: machines });
  console.log(outcome);
  outcomes.push(outcome);
}
const cells = Object.entries(rows).map(([name, of]) => [name, ...outcomes.map(of)]);
writeTables('fleet-account', [tableOf(['', 'one machine', 'two machines'], cells)], 'scaling');
recordResults('fleet-account', outcomes);
