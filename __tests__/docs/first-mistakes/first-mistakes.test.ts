import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic } from '../../support/compile.js';
import { importUsed } from '../../support/import-used.js';
import { root } from '../../support/typescript-versions.js';
import { mistakes } from './mistakes.js';
import { runMistake } from './run-mistake.js';
import { setting } from './setting.js';

/** The order in which the compiler prints the members of a union depends on other files, so the parts are sorted. */
const sortedParts = (line: string | undefined) => line?.split(/( \| |'|[<>]|\?$)/).toSorted();

function compileAll(expressions: readonly string[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const snippets = expressions.map((code) => {
    const whole = `${setting}${code};\n`;
    return { name: code, code: `import * as z from 'zod';\n${importUsed(whole)}\n${whole}` };
  });
  return compileSnippets('6.0', snippets);
}

describe('the compile error of a common mistake', () => {
  let found: ReadonlyMap<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileAll(mistakes.map(({ code }) => code));
  }, 120_000);

  test.each(mistakes)('is the listed one: $code', ({ code, compiler }) => {
    expect(sortedParts(found.get(code)?.[0]?.message)).toEqual(sortedParts(compiler));
  });
});

test('the correction of every common mistake compiles', () => {
  const corrections = new Set(mistakes.flatMap(({ instead = [] }) => instead));
  const refused = [...compileAll([...corrections])].filter(([, problems]) => problems.length > 0);
  expect(refused).toEqual([]);
});

describe('the run-time error of a common mistake', () => {
  test.each(mistakes)('is the listed one: $code', async ({ code, runtime }) => {
    expect(await runMistake(code)).toBe(runtime);
  });
});

test('at least 121 common mistakes are listed, each with a compile error or a run-time error', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(121);
  expect(mistakes.filter(({ compiler, runtime }) => !compiler && !runtime)).toEqual([]);
});

test('a mistake has a correction if neither clust nor the run time explains it', () => {
  const hasSentence = (line = '') => /Because<|MadeBy<|type '"[^']* [^']*"'/.test(line);
  const unexplained = mistakes.filter(
    ({ compiler, runtime, instead }) => !hasSentence(compiler) && !runtime && !instead,
  );
  expect(unexplained).toEqual([]);
});

test('no compile error contains an internal helper type', () => {
  const leaking = mistakes.filter(({ compiler = '' }) =>
    /(NoInfer<|Marked\w+<|Refused\w+<|Offer\w*<)/.test(compiler),
  );
  expect(leaking).toEqual([]);
});

test('docs/first-mistakes.md is what scripts/first-mistakes-doc.mjs generates', () => {
  const script = `${root}scripts/first-mistakes-doc.mjs`;
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});
