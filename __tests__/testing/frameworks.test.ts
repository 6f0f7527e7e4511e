import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

const folder = `${root}scripts/frameworks`;
const config = JSON.stringify({ rootDir: folder, testMatch: ['**/jest.test.mjs'], transform: {} });

/** The installed frameworks, with dist/. `npm run test:frameworks` installs and tests the others. */
test.each([
  ['node:test', ['--test', '--test-reporter=tap', `${folder}/node.test.mjs`], '# pass 9'],
  [
    'jest',
    ['--experimental-vm-modules', `${root}node_modules/jest/bin/jest.js`, '--config', config],
    'Tests:       9 passed, 9 total',
  ],
])('a mock client works under %s, also with fake timers and a spy', async (_name, args, summary) => {
  const { NODE_OPTIONS: _, FORCE_COLOR: __, NODE_TEST_CONTEXT: ___, ...env } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  expect(stdout + stderr).toContain(summary);
});
