import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runOn, sharedServer } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

const examples = readdirSync(`${root}examples`).filter((file) => file.endsWith('.ts'));

/** A line that an example must print. Any output is enough for the others. */
const requiredOutput: Readonly<Record<string, string>> = {
  'config.ts': 'examples/config/broken.yaml:2:1 claude-haiku-4-5 generates at most 64000 tokens, not 200000',
};

describe('examples run against the embedded server', () => {
  const server = sharedServer();
  test.each(examples)(
    '%s',
    async (file) => {
      expect(await runOn(server, `${root}examples/${file}`)).toContain(requiredOutput[file] ?? '\n');
    },
    60_000,
  );
});
