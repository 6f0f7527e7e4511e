// Measures the memory of 2,000 concurrent streams, when half of each has been read:
//
//     npm run build && node bench/stream/memory.mjs
//
// The server runs in this process, and each reader in its own process. Writes a table into docs/benchmarks.md.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { BARE, textReaders } from './contenders.mjs';

const STREAMS = 2_000;
/** Text deltas in each half of an answer. */
const HALF = 100;
/** The number of processes in which each reader is measured. */
const ROUNDS = 3;
const readers = [BARE, ...Object.keys(textReaders).filter((name) => !name.startsWith('ai'))];

const sse = (event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
const delta = sse({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text: 'Paris is the capital of France. ' },
});
const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', content: [] };
const firstHalf =
  sse({
    type: 'message_start',
    message: {
      ...message,
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 20, output_tokens: 1 },
    },
  }) +
  sse({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }) +
  delta.repeat(HALF);
const secondHalf =
  delta.repeat(HALF) +
  sse({ type: 'content_block_stop', index: 0 }) +
  sse({
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 9 },
  }) +
  sse({ type: 'message_stop' });

const waiting = new Set();
const server = createServer((request, response) => {
  if (request.url === '/half') return response.end(`${waiting.size}`);
  if (request.url === '/rest') {
    for (const half of waiting) half.end(secondHalf);
    waiting.clear();
    return response.end();
  }
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  // Counts a stream once its first half has been written to the socket.
  response.write(firstHalf, () => waiting.add(response));
});
// Idle connections stay open during a measurement, so no request fails because the server has just closed its connection.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const least = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const name of readers) {
    const figures = await measure(name);
    console.log(name, figures);
    if (!(least[name]?.heap < figures.heap)) least[name] = figures;
  }
}
server.close();
server.closeAllConnections();

const ratioToOfficial = (name) =>
  `${(least[name].heap / least['official SDK, `stream()`, events'].heap).toFixed(2)}×`;
const kilobytes = (bytes) => `${(bytes / STREAMS / 1024).toFixed(1)} kB`;
const rows = readers.map((name) => [
  name,
  kilobytes(least[name].heap),
  ratioToOfficial(name),
  kilobytes(least[name].resident),
]);
const heads = ['reader', 'heap per stream', 'against `stream()` of the official SDK', 'resident per stream'];
writeTables('stream-memory', [tableOf(heads, rows)]);
recordResults('stream-memory', { streams: STREAMS, ...least });

async function measure(name) {
  const script = fileURLToPath(new URL('measure-memory.mjs', import.meta.url));
  const url = `http://127.0.0.1:${server.address().port}`;
  const args = ['--expose-gc', script, name, STREAMS, url];
  return JSON.parse((await promisify(execFile)(process.execPath, args, { timeout: 120_000 })).stdout);
}
