import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, objections } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { typescriptVersions } from '../support/typescript-versions.js';
import { acceptedCases } from './cases/accepted.js';
import { runCase } from './cases/run-case.js';

test('there are at least 60 accepted requests', () => {
  expect(acceptedCases.length).toBeGreaterThanOrEqual(60);
});

describe('the run-time check accepts', () => {
  test.each(acceptedCases)('%s', (code) => {
    expect(runCase(code)).toMatchObject({ messages: expect.any(Array) });
  });
});

describe.each(typescriptVersions)('TypeScript %s accepts', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(
      version,
      acceptedCases.map((code) => ({ name: code, code: `${importUsed(code)}\n${code};\n` })),
    );
  }, 60_000);

  test.each(acceptedCases)('%s', (code) => {
    expect(objections(found.get(code))).toEqual([]);
  });
});
