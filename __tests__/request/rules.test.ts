import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isValidationError } from '../../lib/index.js';
import { rules } from '../../lib/request/rules/all.js';
import { compileSnippets, type Diagnostic } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { root, typescriptVersions } from '../support/typescript-versions.js';
import { refusedCases } from './cases/all.js';
import { runCase } from './cases/run-case.js';

describe('the run time refuses', () => {
  test.each(refusedCases)('$rule: $code', async ({ code, rule, path, sentence }) => {
    const caught: unknown = await Promise.resolve()
      .then(() => runCase(code))
      .catch((error: unknown) => error);
    expect(isValidationError(caught) ? caught.problems : caught).toContainEqual({
      path,
      rule,
      message: sentence,
    });
  });
});

const seen = refusedCases.filter(({ at }) => at !== undefined);

describe.each(typescriptVersions)('TypeScript %s refuses', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(
      version,
      seen.map(({ code }) => ({ name: code, code: `${importUsed(code)}\n${code};\n` })),
    );
  }, 60_000);

  test.each(seen)('$rule: $code', ({ code, sentence, at }) => {
    const [first] = found.get(code) ?? [];
    expect(first?.message).toContain(sentence);
    // A literal as long as a paragraph is told by how it starts.
    expect(first?.underlined.startsWith(at ?? '')).toBe(true);
  });
});

test('every file of a rule is in the list of rules', () => {
  const files = readdirSync(`${root}lib/request/rules`).map((name) => name.replace(/\.ts$/, ''));
  const lists = ['all', 'builder-rules', 'rule'];
  expect(files.filter((name) => !lists.includes(name)).toSorted()).toEqual(
    rules.map(({ id }) => id).toSorted(),
  );
});

describe('every rule', () => {
  const files = rules.map(({ id }) => ({
    id,
    source: readFileSync(`${root}lib/request/rules/${id}.ts`, 'utf8'),
    cases: refusedCases.filter(({ rule }) => rule === id),
  }));

  test.each(files)('$id has a source, and a way out', ({ source }) => {
    expect(source).toMatch(/^ \* @source https:\/\//m);
    expect(source).toMatch(/^ \* @fix \S/m);
  });

  test.each(files)('$id has a case that the run time refuses', ({ cases }) => {
    expect(cases).not.toEqual([]);
  });

  test.each(files)('$id has a case that the compiler refuses, or says why it cannot', ({ source, cases }) => {
    const isSeen = cases.some(({ at }) => at !== undefined);
    expect(/^ \* @runtime \S/m.test(source)).toBe(!isSeen);
  });

  test.each(files)('$id is written in 80 lines at most', ({ source }) => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });
});
