// What the newest official SDK and `@ai-sdk/anthropic` know and clust does not, and the other way round:
// `npm run fresh [-- --json] [-- --from <folder>]`.
//
// Installs the newest versions into a scratch folder, or takes those of a folder with node_modules, and compares: names
// list by list, days on which models end, endpoints, and types field by field. Ends with 1 when something is missing here
// or does not fit. What only clust has is printed, and is no failure: retired models and sampling are among it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../load.mjs';
import { misfits, missingFields } from './assignable.mjs';
import { differsOnPurpose, elsewhere, otherEndpoints } from './elsewhere.mjs';
import { aiLists, lists, pairs } from './lists.mjs';
import { namesOf, readTypes } from './program.mjs';
import { deprecationsOf, endpointGroups, textsIn } from './sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const from = process.argv.includes('--from') ? process.argv[process.argv.indexOf('--from') + 1] : undefined;
const folder = from ?? `${root}.cache/fresh`;
if (from === undefined) install();
const sdk = `${folder}/node_modules/@anthropic-ai/sdk`;
const ai = `${folder}/node_modules/@ai-sdk/anthropic`;
const hasAi = existsSync(ai);

const types = {};
for (const [index, [, , official, ours]] of lists.entries())
  Object.assign(types, { [`Official${index}`]: official, [`Ours${index}`]: ours });
for (const [index, [, , official, ours]] of pairs.entries())
  Object.assign(types, { [`OfficialPair${index}`]: official, [`OursPair${index}`]: ours });
for (const [index, [, source]] of aiLists.entries())
  if (hasAi && typeof source === 'string') types[`Ai${index}`] = source;
const { checker, typeOf } = readTypes({ folder, root, types, hasAi });

const report = [];
const ourNames = new Map();
for (const [index, [list, reader]] of lists.entries()) {
  const [official, ours] = ['Official', 'Ours'].map((side) => namesOf(checker, typeOf(side + index), reader));
  if (official.size === 0 || ours.size === 0)
    throw new Error(`The list of ${list} is empty: its type has changed`);
  ourNames.set(list, ours);
  report.push(compared(list, official, ours));
}
report.push(await ends());
const groups = endpointGroups(`${sdk}/resources`, '.mjs');
const ownGroups = endpointGroups(`${root}lib/endpoints`, '.ts');
for (const name of otherEndpoints) groups.delete(name);
report.push(compared('endpoints', groups, ownGroups));
for (const [index, [list, source]] of hasAi ? aiLists.entries() : []) {
  const names =
    typeof source === 'string'
      ? namesOf(checker, typeOf(`Ai${index}`), 'strings')
      : textsIn(`${ai}/dist/index.js`, source);
  if (names.size === 0)
    throw new Error(`@ai-sdk/anthropic: the list of ${list} is empty: its source has changed`);
  report.push({ ...compared(`${list} of @ai-sdk/anthropic`, names, ourNames.get(list)), onlyOurs: [] });
}
report.push(
  fields('fields not declared here', missingFields),
  fields('fields whose types do not fit', misfits),
);

const versions = Object.fromEntries(
  [sdk, ...(hasAi ? [ai] : [])].map((path) => {
    const { name, version } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
    return [name, version];
  }),
);
if (process.argv.includes('--json')) console.log(JSON.stringify({ versions, lists: report }, null, 2));
else print();
process.exitCode = report.some(({ missing }) => missing.length > 0) ? 1 : 0;

function install() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{"private":true,"type":"module"}');
  // zod is a peer of the second.
  const newest = ['@anthropic-ai/sdk@latest', '@ai-sdk/anthropic@latest', 'zod@4'];
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, ...newest], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function compared(list, official, ours) {
  return {
    list,
    missing: [...official].filter((name) => !ours.has(name) && !elsewhere.has(name)).sort(),
    onlyOurs: [...ours].filter((name) => !official.has(name)).sort(),
  };
}

/** The days of models, where the official SDK says one: what it no longer says is no longer deprecated, but retired. */
async function ends() {
  const { aliases, retirements } = await load(
    "export { aliases } from './lib/models/aliases.js'; export { retirements } from './lib/models/retirements.js';",
  );
  const ours = (await deprecationsOf(sdk)).map((line) => line.split(' ')[0]);
  const days = ours.map((id) => `${id} ${retirements[aliases[id] ?? id]}`);
  return { ...compared('models that end', new Set(await deprecationsOf(sdk)), new Set(days)), onlyOurs: [] };
}

function fields(list, find) {
  const found = pairs.flatMap(([name, , ,], index) =>
    find(checker, name, typeOf(`OfficialPair${index}`), typeOf(`OursPair${index}`)),
  );
  return { list, missing: found.filter((field) => !(field in differsOnPurpose)).sort(), onlyOurs: [] };
}

function print() {
  for (const [name, version] of Object.entries(versions)) console.log(`${name} ${version}`);
  for (const { list, missing, onlyOurs } of report) {
    console.log(`${list}: ${missing.length} missing here, ${onlyOurs.length} only here`);
    for (const name of missing) console.log(`  + ${name}`);
    for (const name of onlyOurs) console.log(`  - ${name}`);
  }
}
