/**
 * Measures one way to make many calls: `node measure.mjs <way> <jobs> <API URL> <Redis URL> <queue>`. Prints the elapsed
 * time and the CPU time of this process as JSON, in seconds. The jobs that warm it up do not count.
 */
import { WARM_UP, ways } from './ways.mjs';

const [way, jobs, api, redis, queue] = process.argv.slice(2);

let begun;
let done = 0;
await new Promise((resolve, reject) => {
  const onDone = () => {
    done += 1;
    if (done === WARM_UP) begun = { time: performance.now(), cpu: process.cpuUsage() };
    if (done === WARM_UP + Number(jobs)) resolve();
  };
  ways[way].work({ jobs: WARM_UP + Number(jobs), api, redis, queue }, onDone).catch(reject);
});
const { user, system } = process.cpuUsage(begun.cpu);
const seconds = (performance.now() - begun.time) / 1_000;
process.stdout.write(JSON.stringify({ seconds, cpu: (user + system) / 1e6 }), () => process.exit());
