// Compares clust with the newest official SDK and `@ai-sdk/anthropic`: `npm run fresh [-- --json] [-- --from <folder>]`.
//
// Installs the newest versions into a scratch folder, or uses the node_modules of another folder. Compares lists of names,
// retirement dates, endpoints, and types field by field. Exits with 1 if clust lacks a name or a field, or if a type is
// incompatible. Also prints the names that only clust has, such as retired models; these are not failures.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../load.mjs';
import { incompatibleFields, missingFields } from './assignable.mjs';
import { differsOnPurpose, excludedNames, otherEndpoints } from './excluded.mjs';
import { aiLists, lists, pairs } from './lists.mjs';
import { namesOf, readTypes } from './program.mjs';
import { endpointGroups, matchesIn, retirementDates } from './sources.mjs';

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
for (const [index, [, official, ours]] of pairs.entries())
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
  report.push(compareNames(list, official, ours));
}
report.push(await compareRetirements());
const groups = endpointGroups(`${sdk}/resources`, '.mjs');
const ownGroups = endpointGroups(`${root}lib/endpoints`, '.ts');
for (const name of otherEndpoints) groups.delete(name);
report.push(compareNames('endpoints', groups, ownGroups));
for (const [index, [list, source]] of hasAi ? aiLists.entries() : []) {
  const names =
    typeof source === 'string'
      ? namesOf(checker, typeOf(`Ai${index}`), 'strings')
      : matchesIn(`${ai}/dist/index.js`, source);
  if (names.size === 0)
    throw new Error(`@ai-sdk/anthropic: the list of ${list} is empty: its source has changed`);
  report.push({ ...compareNames(`${list} of @ai-sdk/anthropic`, names, ourNames.get(list)), onlyOurs: [] });
}
report.push(
  compareFields('missing fields', missingFields),
  compareFields('fields with incompatible types', incompatibleFields),
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
  // zod is a peer dependency of `@ai-sdk/anthropic`.
  const newest = ['@anthropic-ai/sdk@latest', '@ai-sdk/anthropic@latest', 'zod@4'];
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, ...newest], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function compareNames(list, official, ours) {
  return {
    list,
    missing: [...official].filter((name) => !ours.has(name) && !excludedNames.has(name)).sort(),
    onlyOurs: [...ours].filter((name) => !official.has(name)).sort(),
  };
}

/** Compares the retirement dates of the models that the official SDK lists. The SDK drops a model after its retirement. */
async function compareRetirements() {
  const { aliases, retirements } = await load(
    "export { aliases } from './lib/models/aliases.js'; export { retirements } from './lib/models/retirements.js';",
  );
  const official = await retirementDates(sdk);
  const ids = official.map((line) => line.split(' ')[0]);
  const ours = ids.map((id) => `${id} ${retirements[aliases[id] ?? id]}`);
  return { ...compareNames('retirement dates', new Set(official), new Set(ours)), onlyOurs: [] };
}

function compareFields(list, find) {
  const found = pairs.flatMap(([name], index) =>
    find(checker, name, typeOf(`OfficialPair${index}`), typeOf(`OursPair${index}`)),
  );
  return { list, missing: found.filter((field) => !(field in differsOnPurpose)).sort(), onlyOurs: [] };
}

function print() {
  for (const [name, version] of Object.entries(versions)) console.log(`${name} ${version}`);
  for (const { list, missing, onlyOurs } of report) {
    console.log(`${list}: ${missing.length} missing in clust, ${onlyOurs.length} only in clust`);
    for (const name of missing) console.log(`  + ${name}`);
    for (const name of onlyOurs) console.log(`  - ${name}`);
  }
}
