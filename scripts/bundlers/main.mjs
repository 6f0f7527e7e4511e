// Tests the packed tarball with every bundler: `npm run test:bundlers [-- part of a name]`.
//
// With each bundler it builds a streamed call, `clust/xml`, and tools from documented functions (`clust/unplugin`), and fails
// on a warning. It runs the bundles without Node APIs, and prints their gzipped sizes beside those of the official SDK and
// `ai`. Then it builds and runs a Next.js app with a route for Node and one for the edge runtime. If all bundlers were run and
// nothing failed, it writes the table into docs/runtimes.md.
//
// npm installs the bundlers into .cache/bundlers, from the package-lock.json in this folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runModules, runScript } from './bare.mjs';
import { builders } from './builders.mjs';
import { runNext } from './next.mjs';
import { programs, tools } from './programs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.cache/bundlers`;
const [part = ''] = process.argv.slice(2);
install();

const entries = Object.entries(programs).map(([name, program], index) => {
  const file = `program-${index}.mjs`;
  writeFileSync(join(folder, file), program.code);
  return { name, file, ...program };
});
writeFileSync(join(folder, 'tools.mjs'), tools.code);
writeFileSync(join(folder, 'weather.ts'), tools.source);
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
process.chdir(folder);
const { clustTools } = await import(pathToFileURL(join(folder, 'node_modules/clust/dist/unplugin.js')));
const plugins = Object.fromEntries(
  Object.entries(clustTools).map(([name, plugin]) => [name, () => plugin({ dts: false })]),
);

const rows = [];
for (const [name, bundle] of Object.entries(await builders(folder))) {
  if (!name.includes(part)) continue;
  const sizes = {};
  const problems = [];
  for (const entry of entries) {
    const isOurs = entry.name.startsWith('clust');
    const outcome = await attempt(() => buildAndRun(bundle, entry), entry.name, isOurs ? problems : []);
    sizes[entry.name] = outcome?.size;
  }
  const withTools = await attempt(
    () => buildAndRun(bundle, { ...tools, file: 'tools.mjs' }, plugins),
    'tools',
    problems,
  );
  for (const problem of problems) console.error(`${name}: ${problem}`);
  rows.push([name, ...entries.map((entry) => kilobytes(sizes[entry.name])), withTools ? 'yes' : 'no']);
  if (problems.length > 0) process.exitCode = 1;
}
if ('next.js'.includes(part)) {
  const problem = await runNext(folder, programs.clust);
  if (problem !== undefined) {
    console.error(`Next.js: ${problem}`);
    process.exitCode = 1;
  }
  rows.push([
    'Next.js, routes for Node and for the edge',
    problem === undefined ? 'runs' : 'fails',
    '',
    '',
    '',
    '',
  ]);
}

const heads = ['Bundler', 'one streamed call', '`clust/xml`', 'official SDK', '`ai`', '`?tools` imports'];
const table = [heads, heads.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');
console.log(table);
if (part === '' && !process.exitCode) {
  const page = `${root}docs/runtimes.md`;
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(
      /<!-- bundlers -->[\s\S]*<!-- \/bundlers -->/,
      `<!-- bundlers -->\n\n${table}\n\n<!-- /bundlers -->`,
    ),
  );
}

/** Builds a program and runs it. Returns its gzipped size and its problems. */
async function buildAndRun(bundle, { file, expected }, withPlugins = undefined) {
  const { files, warnings } = await bundle(file, withPlugins);
  const first = [...files.keys()].find((name) => /^(bundle|program-\d|tools)\.m?js$/.test(name));
  const code = files.get(first);
  let loaded = [...files.keys()];
  let result;
  if (/(^|[;}])\s*export\s*\{/m.test(code)) ({ result, loaded } = await runModules(files, first));
  else if (/\bmodule\.exports=/.test(code)) result = runInNode(code);
  else result = await runScript(code);
  const size = loaded.reduce((sum, name) => sum + gzipSync(files.get(name), { level: 9 }).length, 0);
  const problems = warnings.map((warning) => `warning: ${warning}`);
  if (result !== expected)
    problems.push(`returned ${JSON.stringify(result)} instead of ${JSON.stringify(expected)}`);
  return { size, problems };
}

/** Runs a bundle for Node that is one file, such as the handler of a Lambda function. */
function runInNode(code) {
  writeFileSync(join(folder, 'lambda.cjs'), code);
  const call = "require('./lambda.cjs').main().then((text) => process.stdout.write(text))";
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], { cwd: folder, encoding: 'utf8' });
  return stdout || stderr;
}

/**
 * Runs an action and adds its problems to the list. Returns its outcome, or `undefined` if it threw, or if a program of clust
 * has problems.
 */
async function attempt(action, name, problems) {
  try {
    const outcome = await action();
    problems.push(...outcome.problems.map((problem) => `${name}: ${problem}`));
    return outcome.problems.length === 0 || !name.startsWith('clust') ? outcome : undefined;
  } catch (error) {
    problems.push(`${name}: ${error}`);
    return undefined;
  }
}

function kilobytes(size) {
  return size === undefined ? 'fails' : `${(size / 1000).toFixed(1)} kB`;
}

/** Installs the bundlers if the lock file has changed, and the packed package every time. */
function install() {
  mkdirSync(folder, { recursive: true });
  const lock = readFileSync(new URL('package-lock.json', import.meta.url), 'utf8');
  const done = join(folder, 'installed.json');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== lock) {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(new URL(file, import.meta.url), join(folder, file));
    npm(folder, 'ci');
    writeFileSync(done, lock);
  }
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', folder));
  rmSync(join(folder, 'node_modules/clust'), { recursive: true, force: true });
  npm(folder, 'install', '--no-save', join(folder, filename));
}

function npm(cwd, ...args) {
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...flags], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
