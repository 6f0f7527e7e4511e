import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

// The young generation of V8 may grow to 48 MB by default, so the flags limit it.
// `npm run bench:memory` runs the full measurement: a gigabyte of results and 200 MB of files.
test('AT-22.1 96 MB of results, an upload and a download run within a heap of 24 MB', async () => {
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
