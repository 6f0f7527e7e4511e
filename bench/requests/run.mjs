/** Measures the cost of a request before it is sent, and writes the tables into docs/benchmarks.md. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { measureBuild } from './build.mjs';
import { measureBundle } from './bundle-size.mjs';
import { measureImports } from './cold-import.mjs';
import { contenders } from './contenders.mjs';
import { countInstalled } from './installed-packages.mjs';
import { measureTurns } from './turns.mjs';

const { chain, copy } = measureBuild();
console.log(`ten steps: ${chain.toFixed(1)} µs; copying the same body through JSON: ${copy.toFixed(1)} µs`);

const turns = measureTurns([0, 100, 1_000, 10_000]);
const turnRows = turns.map(({ length, time, memory }) => [
  length.toLocaleString('en'),
  `${time.toFixed(1)} µs`,
  `${memory.toFixed(0)} B`,
]);
for (const [length, time, memory] of turnRows)
  console.log(`appending a turn to ${length} turns: ${time}, ${memory}`);

const imports = measureImports(contenders);
const rows = [];
const results = {};
for (const [name, contender] of Object.entries(contenders)) {
  const bundle = await measureBundle(contender);
  const { time, instantiations } = typeCheck(name);
  const installed = countInstalled(contender.packages);
  results[name] = { bundle, coldImport: imports.get(name), typeCheck: time, instantiations, installed };
  const row = [
    name,
    `${(bundle / 1000).toFixed(1)} kB`,
    `${imports.get(name).toFixed(0)} ms`,
    `${(time / 1000).toFixed(2)} s`,
    instantiations.toLocaleString('en'),
    installed,
  ];
  console.log(row.join(', '));
  rows.push(row);
}

writeTables('requests', [
  `A chain of ten steps, with the check of every rule, takes ${chain.toFixed(1)} µs of CPU. This is ${(chain / copy).toFixed(1)} times the cost of
converting the same body to JSON and back (${copy.toFixed(1)} µs).`,
  'The cost of appending one turn to a builder, and the memory of the new builder, by the number of turns that the builder has:',
  tableOf(['existing turns', 'CPU', 'memory'], turnRows),
  tableOf(
    [
      'package',
      'one streamed call, gzipped',
      'cold import, CPU',
      '300 requests, type-checked, CPU',
      'instantiations',
      'packages installed',
    ],
    rows,
  ),
]);
recordResults('requests', results);

/** Type-checks in a separate process each time, so that no run benefits from an earlier one. The fastest of three counts. */
function typeCheck(name) {
  const script = fileURLToPath(new URL('type-check.mjs', import.meta.url));
  const checks = Array.from({ length: 3 }, () =>
    JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })),
  );
  return checks.reduce((least, check) => (check.time < least.time ? check : least));
}
