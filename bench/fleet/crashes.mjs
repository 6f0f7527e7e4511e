// Runs `npm run fleet` at full size, on one machine and on two, and writes the outcomes as a table into docs/scaling.md:
//
//     npm run build && node bench/fleet/crashes.mjs
//
// Takes about five minutes. Needs `redis-server`, and root for the second machine.
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { runExample } from './example.mjs';

const number = (value) => value.toLocaleString('en');
const rows = {
  jobs: ({ jobs }) => number(jobs),
  'worker kills': ({ workerKills }) => number(workerKills),
  'Redis kills': ({ redisKills }) => number(redisKills),
  'second machine without network': ({ machines }) => (machines === 2 ? '3 s' : ''),
  results: ({ results }) => number(results),
  'results missing, duplicated or wrong': ({ missing, duplicated, wrong }) =>
    number(missing + duplicated + wrong),
  'questions answered twice by the server': ({ answeredTwice }) => number(answeredTwice),
  'requests rejected with 429 or 529': ({ rejected }) => number(rejected),
  'most requests in a minute, and limit': ({ busiest, allowed }) =>
    `${number(busiest.minute)} of ${number(allowed.minute)}`,
  'most requests in a second, and limit': ({ busiest, allowed }) =>
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
writeTables('fleet-crashes', [tableOf(['', 'one machine', 'two machines'], cells)], 'scaling');
recordResults('fleet-crashes', outcomes);
