// Measures how long `clust tools` takes for a file of fifty functions, and `clust tools --watch` after the file changes:
//
//     npm run build && node bench/functions/run.mjs
//
// Writes a table into docs/benchmarks.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableOf, writeTables } from '../benchmarks-page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/bench-functions-'));
const file = join(folder, 'functions.ts');

const source = (word) =>
  Array.from({ length: 50 }, (_, index) =>
    [
      '/**',
      ` * ${word} number ${index}.`,
      ' *',
      ' * @param query What to look for.',
      ' * @param limit How many to find. {@integer} {@minimum 1}',
      ' * @param filter Which of them.',
      ' */',
      `export async function find${index}(`,
      '  query: string,',
      '  limit = 10,',
      `  filter?: { tags: string[]; kind: 'a${index}' | 'b'; range: { from: number; to?: number } },`,
      '): Promise<unknown> {',
      '  return { query, limit, filter };',
      '}',
    ].join('\n'),
  ).join('\n\n');

const start = (...options) =>
  spawn(process.execPath, [join(root, 'dist/cli.js'), 'tools', file, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(2);

try {
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
  writeFileSync(file, source('Finds'));
  const times = [];
  // The fastest of three runs counts, to exclude the load of other processes.
  for (let run = 0; run < 3; run++) {
    const since = performance.now();
    await once(start(), 'exit');
    times.push(Number(seconds(since)));
  }
  const rows = [['first run', `${Math.min(...times).toFixed(2)} s`]];

  const watcher = start('--watch');
  await once(watcher.stderr, 'data');
  for (const word of ['Gets', 'Reads', 'Looks up']) {
    const since = performance.now();
    writeFileSync(file, source(word));
    await once(watcher.stderr, 'data');
    rows.push([`after a change, with --watch (${rows.length})`, `${seconds(since)} s`]);
  }
  watcher.kill();
  const table = tableOf(['', 'time'], rows);
  console.log(table);
  writeTables('functions', [table]);
} finally {
  rmSync(folder, { recursive: true });
}
