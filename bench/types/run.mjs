/**
 * Measures the cost of the types: whole runs of `tsc` over recorded bodies, which are read from a folder beside the
 * repository, and the language service that editors run. Writes the tables into docs/benchmarks.md.
 */
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { measureCompile } from './compile.mjs';
import { measureEditor } from './editor.mjs';
import { recordedBodies } from './recorded.mjs';

const BODIES = 150;
const ROUNDS = 5;
const SDK = 'official SDK';

const compile = measureCompile(recordedBodies(BODIES), ROUNDS);
const editor = measureEditor();

const seconds = (time) => `${(time / 1000).toFixed(2)} s`;
const milliseconds = (time) => `${time.toFixed(0)} ms`;
const ratio = (time, peer) => (time / peer).toFixed(2);
const ours = Object.keys(compile['6.0']).filter((form) => form !== SDK);

const compileRows = Object.entries(compile).map(([version, times]) => [
  `TypeScript ${version}`,
  seconds(times[SDK]),
  ...ours.flatMap((form) => [seconds(times[form]), ratio(times[form], times[SDK])]),
]);
const editorRows = [SDK, ...ours].map((form) => [
  form,
  ...['diagnostics', 'completions'].flatMap((request) => [
    milliseconds(editor[form][request]),
    ratio(editor[form][request], editor[SDK][request]),
  ]),
]);
for (const row of [...compileRows, ...editorRows]) console.log(row.join(', '));
console.log(`completions after a chain of 30 steps: ${milliseconds(editor.chain)}`);

writeTables('types', [
  `A whole run of \`tsc\` over ${BODIES} recorded bodies, written in each form. The fastest of ${ROUNDS} runs counts. The ratio is to the
same bodies as \`MessageCreateParams\` of the official SDK.`,
  tableOf(['compiler', SDK, ...ours.flatMap((form) => [form, 'ratio'])], compileRows),
  `CPU time of the language service of TypeScript 6.0, which editors run: the fastest of 15 edits in a file of 100 requests. Completions after a chain
of 30 steps take ${milliseconds(editor.chain)}.`,
  tableOf(['100 requests', 'diagnostics', 'ratio', 'completions', 'ratio'], editorRows),
]);
recordResults('types', { compile, editor });
