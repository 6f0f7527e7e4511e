import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

const page = readFileSync(`${root}docs/documentation-snippets.md`, 'utf8');
const [, program = ''] = /````js\n([\s\S]*?)^````$/m.exec(page) ?? [];
const [, example = ''] = /````md\n([\s\S]*?)^````$/m.exec(page) ?? [];

const folder = mkdtempSync(join(tmpdir(), 'clust-snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the template passes its example page, and fails a snippet that does not compile and a changed error message', () => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/clust'));
  symlinkSync(`${root}node_modules/typescript`, join(folder, 'node_modules/typescript'));
  writeFileSync(
    join(folder, 'snippets.test.mjs'),
    program.replace("['README.md']", "['right.md', 'wrong.md']"),
  );
  writeFileSync(join(folder, 'right.md'), example);
  writeFileSync(
    join(folder, 'wrong.md'),
    example
      .replace("'claude-haiku-4-5').maxTokens(1024)", "'claude-haiku-4').maxTokens(1024)")
      .replace('at most 64000', 'at most 32000'),
  );
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', 'snippets.test.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  const results = [...stdout.matchAll(/^ *((?:not )?ok) \d+ - (.*\.md:\d+)/gm)].map(([, ok, name]) => [
    name,
    ok,
  ]);
  expect(results).toEqual([
    ['right.md:4', 'ok'],
    ['right.md:12', 'ok'],
    ['wrong.md:4', 'not ok'],
    ['wrong.md:12', 'not ok'],
  ]);
}, 60_000);
