// Compares a pool and a fleet with plain loops and plain BullMQ: throughput, and CPU time per call.
//
//     npm run build && node bench/fleet/cost.mjs
//
// The API server runs in this process, and Redis in another. Each way of making calls runs in its own process, and they take
// turns. Writes a table into docs/scaling.md.
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
const ROUNDS = 5;

const api = await startApi();
const redis = await startRedis();
try {
  const best = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of Object.keys(ways)) {
      const { cpu, seconds } = await measure(way, `bench-${round}-${Object.keys(ways).indexOf(way)}`);
      const { cpu: least = Number.POSITIVE_INFINITY, throughput: most = 0 } = best[way] ?? {};
      best[way] = { cpu: Math.min(least, (cpu / JOBS) * 1e6), throughput: Math.max(most, JOBS / seconds) };
      console.log(way, best[way]);
    }
  }
  const ratio = (way, other) => `${(best[way].cpu / best[other].cpu).toFixed(2)}×`;
  const rows = Object.entries(best).map(([way, { cpu, throughput }]) => [
    way,
    `${throughput.toFixed(0)}/s`,
    `${cpu.toFixed(0)} µs`,
    ratio(way, 'loops, clust client'),
    ways[way].isQueue ? ratio(way, 'BullMQ, `fetch()`') : '',
  ]);
  const heads = ['', 'calls', 'CPU per call', 'against loops, clust client', 'against BullMQ, `fetch()`'];
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

/** Starts Redis with the settings that a fleet needs, by the code of `examples/fleet`. */
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
