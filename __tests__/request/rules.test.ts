import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isValidationError } from '../../lib/index.js';
import { rules } from '../../lib/request/rules/all.js';
import { compileSnippets, type Diagnostic } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { root, typescriptVersions } from '../support/typescript-versions.js';
import { refusedCases } from './cases/all.js';
import { runCase } from './cases/run-case.js';

describe('the run-time check refuses by the rule', () => {
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

const refusedByCompiler = refusedCases.filter(({ at }) => at !== undefined);

describe.each(typescriptVersions)('TypeScript %s refuses by the rule', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(
      version,
      refusedByCompiler.map(({ code }) => ({ name: code, code: `${importUsed(code)}\n${code};\n` })),
    );
  }, 60_000);

  test.each(refusedByCompiler)('$rule: $code', ({ code, sentence, at }) => {
    const [first] = found.get(code) ?? [];
    expect(first?.message).toContain(sentence);
    // A case gives only the beginning of a long literal.
    expect(first?.underlined.startsWith(at ?? '')).toBe(true);
  });
});

test('every rule file is in the list of rules', () => {
  const files = readdirSync(`${root}lib/request/rules`).map((name) => name.replace(/\.ts$/, ''));
  const lists = ['all', 'builder-rules', 'rule'];
  expect(files.filter((name) => !lists.includes(name)).toSorted()).toEqual(
    rules.map(({ id }) => id).toSorted(),
  );
});

describe('the rule', () => {
  const files = rules.map(({ id }) => ({
    id,
    source: readFileSync(`${root}lib/request/rules/${id}.ts`, 'utf8'),
    cases: refusedCases.filter(({ rule }) => rule === id),
  }));

  test.each(files)('$id cites its source and says how to fix the request', ({ source }) => {
    expect(source).toMatch(/^ \* @source https:\/\//m);
    expect(source).toMatch(/^ \* @fix \S/m);
  });

  test.each(files)('$id has a case in the list of refused requests', ({ cases }) => {
    expect(cases).not.toEqual([]);
  });

  test.each(files)(
    '$id has a case that the compiler refuses, or a @runtime tag that says why not',
    ({ source, cases }) => {
      const isRefusedByCompiler = cases.some(({ at }) => at !== undefined);
      expect(/^ \* @runtime \S/m.test(source)).toBe(!isRefusedByCompiler);
    },
  );

  test.each(files)('$id has at most 80 lines', ({ source }) => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
  });
});
