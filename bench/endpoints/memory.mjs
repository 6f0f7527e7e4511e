// Measures how much memory grows while the client reads a gigabyte of batch results, and uploads and downloads 200 MB:
//
//     npm run build && npm run bench:memory [-- <megabytes of results> <megabytes of a file>]
//
// The server runs in a separate process, so its memory does not count. Exits with 1 if the memory grows by more than 50 MB.
// Without arguments, it also writes a table into docs/benchmarks.md.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ApiKey, ClientBuilder } from '../../dist/index.js';
import { tableOf, writeTables } from '../benchmarks-page.mjs';

const MB = 1024 * 1024;
const [results = 1024, file = 200] = process.argv.slice(2).map(Number);
const LIMIT = 50;

if (process.send) serve();
else await measure();

function serve() {
  const message = (index) => ({
    custom_id: `row-${index}`,
    result: {
      type: 'succeeded',
      message: { id: 'msg', content: [{ type: 'text', text: 'x'.repeat(4000) }] },
    },
  });
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const size = Number(url.searchParams.get('mb')) * MB;
    if (url.pathname.endsWith('/content')) {
      const piece = Buffer.alloc(64 * 1024);
      response.writeHead(200, { 'content-length': file * MB });
      for (let sent = 0; sent < file * MB; sent += piece.length)
        if (!response.write(piece)) await once(response, 'drain');
      return response.end();
    }
    if (url.pathname.endsWith('/results')) {
      for (let sent = 0, index = 0; sent < size; index++) {
        const line = `${JSON.stringify(message(index))}\n`;
        sent += line.length;
        if (!response.write(line)) await once(response, 'drain');
      }
      return response.end();
    }
    let received = 0;
    for await (const chunk of request) received += chunk.length;
    response.end(JSON.stringify({ id: 'file_01', size_bytes: received }));
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
  process.on('disconnect', () => process.exit());
}

async function measure() {
  const child = fork(new URL(import.meta.url), process.argv.slice(2));
  const [port] = await once(child, 'message');
  const origin = `http://127.0.0.1:${port}`;
  const client = ClientBuilder.create().apiKey(ApiKey.of('sk-ant-api03-bench')).baseUrl(origin).build();

  const readResults = async (mb) => {
    const batch = { id: 'b', results_url: `${origin}/v1/messages/batches/b/results?mb=${mb}` };
    let count = 0;
    for await (const { result } of client.batches.results(batch)) count += result.message.text.length;
    return count;
  };
  const upload = async (mb) => {
    const piece = new Uint8Array(64 * 1024);
    const pieces = async function* () {
      for (let sent = 0; sent < mb * MB; sent += piece.length) yield piece;
    };
    await client.files.upload(pieces(), { filename: 'large.bin' });
  };
  const download = async () => {
    const { stream } = await client.files.download('file_01');
    let count = 0;
    for await (const chunk of stream) count += chunk.byteLength;
    return count;
  };
  // The first calls load and compile code. Their growth does not count.
  await readResults(16);
  await upload(16);

  const rows = [
    [`${results} MB of results`, await growth(() => readResults(results))],
    [`${file} MB uploaded from a stream`, await growth(() => upload(file))],
    [`${file} MB downloaded`, await growth(download)],
  ];
  for (const [name, { mb, seconds }] of rows) {
    console.log(`${name}: ${mb.toFixed(0)} MB of growth (limit ${LIMIT} MB), ${seconds.toFixed(1)} s`);
    if (mb > LIMIT) process.exitCode = 1;
  }
  child.disconnect();
  if (process.argv.length > 2 || process.exitCode === 1) return;
  const cells = rows.map(([name, { mb, seconds }]) => [
    name,
    `${mb.toFixed(0)} MB`,
    `${seconds.toFixed(1)} s`,
  ]);
  writeTables('endpoints', [tableOf(['', 'memory growth', 'time'], cells)]);
}

/** Runs a function, and measures its time and the largest growth of the resident set during it. */
async function growth(run) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const began = performance.now();
  await run();
  clearInterval(timer);
  most = Math.max(most, process.memoryUsage.rss());
  return { mb: (most - before) / MB, seconds: (performance.now() - began) / 1000 };
}
