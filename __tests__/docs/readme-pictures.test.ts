import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

test('the pictures and the table of the README match the compiler output and the benchmarks', async () => {
  const script = `${root}scripts/readme-pictures/main.mjs`;
  const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']).catch((error) => error);
  expect(stderr).toBe('');
});
