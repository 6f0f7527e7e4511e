import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

// The young generation of V8 takes up to 48 MB by default, whatever it holds: here it is small.
// The whole measurement, a gigabyte of results and 200 MB of files, is `npm run bench:memory`.
test('AT-22.1 results and files take no memory of their size', async () => {
  const args = [
    '--expose-gc',
    '--max-old-space-size=24',
    '--max-semi-space-size=2',
    `${root}bench/endpoints/memory.mjs`,
    '96',
    '96',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 100_000 });
  expect(stdout).toContain('96 MB of results: ');
  expect(stdout).toContain('96 MB uploaded from a stream: ');
  expect(stdout).toContain('96 MB downloaded: ');
}, 120_000);
