// Throughput, and the CPU time of one worker for each job, of a pool and of a fleet beside bare loops and bare BullMQ:
//
//     npm run build && node bench/fleet/cost.mjs
//
// The server runs here, Redis and each way in processes of their own, which take turns. Writes the table of docs/scaling.md.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { addJobs, WARM_UP, ways } from './ways.mjs';

const JOBS = 3_000;
const TURNS = 5;

const api = await startApi();
const redis = await startRedis();
try {
  const best = {};
  for (let turn = 0; turn < TURNS; turn++) {
    for (const way of Object.keys(ways)) {
      const { cpu, seconds } = await measure(way, `bench-${turn}-${Object.keys(ways).indexOf(way)}`);
      const { cpu: least = Number.POSITIVE_INFINITY, pace: most = 0 } = best[way] ?? {};
      best[way] = { cpu: Math.min(least, (cpu / JOBS) * 1e6), pace: Math.max(most, JOBS / seconds) };
      console.log(way, best[way]);
    }
  }
  const times = (way, other) => `${(best[way].cpu / best[other].cpu).toFixed(2)}×`;
  const rows = Object.entries(best).map(([way, { cpu, pace }]) => [
    way,
    `${pace.toFixed(0)}/s`,
    `${cpu.toFixed(0)} µs`,
    times(way, 'loops, clust client'),
    ways[way].isQueue ? times(way, 'BullMQ, `fetch()`') : '',
  ]);
  const heads = ['', 'calls', 'CPU per call', 'beside loops, clust client', 'beside BullMQ, `fetch()`'];
  writeTables('fleet-cost', [tableOf(heads, rows)], 'scaling');
  recordResults('fleet-cost', best);
} finally {
  await redis.stop();
  api.close();
  api.closeAllConnections();
}

async function measure(way, queue) {
  const place = { redis: redis.url, queue };
  if (ways[way].isQueue) await addJobs(place, WARM_UP + JOBS);
  const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
  const args = [script, way, JOBS, `http://127.0.0.1:${api.address().port}`, redis.url, queue];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 120_000 });
  return JSON.parse(stdout);
}

async function startApi() {
  const answer = JSON.stringify({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text: 'An answer.' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 12, output_tokens: 8 },
  });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The Redis of `examples/fleet`, with the settings that a fleet wants. */
async function startRedis() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../examples/fleet/redis.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return module.startRedis();
}
