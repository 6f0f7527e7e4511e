// Runs the same checks of the packed tarball in every runtime: `npm run test:runtimes [-- part of a name]`.
//
// Prints a table, and writes it into docs/runtimes.md if all runtimes were run. npm installs the runtimes into
// .cache/runtimes; Chromium must be installed at /usr/bin/chromium. Needs Linux on x64, and the registry the first time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { install, pack } from '../install.mjs';
import { packages, runners } from './runners.mjs';
import { startServer } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = `${root}.cache/runtimes/tools`;
const folder = `${root}.cache/runtimes/consumer`;
const [part = ''] = process.argv.slice(2);

install(
  tools,
  Object.entries(packages).map(([name, from]) => `${name}@${from}`),
);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
install(folder, [pack(root, folder)]);
const files = await writePrograms();

const server = await startServer(files);
const rows = [];
for (const [name, start] of Object.entries(runners(tools, folder))) {
  if (!name.includes(part)) continue;
  const results = await start(server.url).catch((error) => [{ name: 'start', error: String(error) }]);
  if (results === undefined) console.log(`${name}: not installed`);
  else rows.push({ name, results });
  for (const { name: check, error } of results ?? []) if (error) console.error(`${name}: ${check}: ${error}`);
}
server.stop();

const table = [
  '| Runtime | Checks passed |',
  '| --- | --- |',
  ...rows.map(({ name, results }) => {
    const passed = results.filter(({ error }) => error === undefined).length;
    return `| ${name} | ${passed} of ${results.length} |`;
  }),
].join('\n');
console.log(table);
if (part === '') {
  const page = `${root}docs/runtimes.md`;
  const text = readFileSync(page, 'utf8');
  const written = text.replace(
    /<!-- table -->[\s\S]*<!-- \/table -->/,
    `<!-- table -->\n\n${table}\n\n<!-- /table -->`,
  );
  writeFileSync(page, written);
}
process.exitCode =
  rows.length > 0 && rows.every(({ results }) => results.every(({ error }) => !error)) ? 0 : 1;

/** Writes the checks as a module for runtimes that load packages, and as one bundled file for the others. */
async function writePrograms() {
  writeFileSync(`${folder}/smoke.mjs`, readFileSync(new URL('smoke.mjs', import.meta.url)));
  writeFileSync(
    `${folder}/main.mjs`,
    "import { smoke } from './smoke.mjs';\nconsole.log(JSON.stringify(await smoke(process.argv[2])));\nprocess.exit(0);\n",
  );
  writeFileSync(
    `${folder}/edge.cjs`,
    `const { readFileSync } = require('node:fs');
const [, , path, url] = process.argv;
const { EdgeRuntime } = require(path);
const runtime = new EdgeRuntime({ initialCode: readFileSync(__dirname + '/edge.js', 'utf8') });
runtime.evaluate('checks.smoke(' + JSON.stringify(url) + ')').then((results) => {
  console.log(JSON.stringify(results));
  process.exit(0);
});
`,
  );
  const bundle = async (contents, options = {}) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'warning',
      // Ignores the path mapping of the project's tsconfig.json, so that `clust` is the installed package.
      tsconfigRaw: {},
      ...options,
    });
    return outputFiles[0].text;
  };
  const page = await bundle("export * from './smoke.mjs';");
  const fetchHandler =
    "import { smoke } from './smoke.mjs';\nexport default { async fetch(request) { return Response.json(await smoke(new URL(request.url).searchParams.get('url'))); } };";
  writeFileSync(`${folder}/workerd.js`, await bundle(fetchHandler));
  writeFileSync(
    `${folder}/edge.js`,
    await bundle("export * from './smoke.mjs';", { format: 'iife', globalName: 'checks' }),
  );
  const script = (body) => ({ type: 'text/javascript', body });
  return {
    '/': { type: 'text/html', body: '<!doctype html><title>Checks</title>' },
    '/smoke.js': script(page),
    '/worker.js': script(
      await bundle("import { smoke } from './smoke.mjs';\npostMessage(await smoke(location.origin));"),
    ),
  };
}
