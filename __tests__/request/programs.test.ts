import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, objections } from '../support/compile.js';
import { root, typescriptVersions } from '../support/typescript-versions.js';
import { builders } from './programs/builders.js';
import { conditions } from './programs/conditions.js';
import { objects } from './programs/objects.js';
import { services } from './programs/services.js';

const programs = { builders, conditions, objects, services };
const files = Object.keys(programs).map((name) => ({
  name,
  code: readFileSync(`${root}__tests__/request/programs/${name}.ts`, 'utf8').replace(
    /^import type \{ Programs \}.*$/m,
    'type Programs = Readonly<Record<string, () => void | Promise<void>>>;',
  ),
}));

test('there are at least 40 programs', () => {
  expect(Object.values(programs).flatMap(Object.keys).length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(programs))('programs/%s.ts runs:', (_name, list) => {
  test.each(Object.entries(list))('%s', async (_title, run) => {
    await run();
  });
});

describe.each(typescriptVersions)('TypeScript %s compiles', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(version, files);
  }, 60_000);

  test.each(files)('programs/$name.ts', ({ name }) => {
    expect(objections(found.get(name))).toEqual([]);
  });
});
