import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic } from '../../support/compile.js';
import { importUsed } from '../../support/import-used.js';
import { root } from '../../support/typescript-versions.js';
import { mistakes } from './mistakes.js';
import { runMistake } from './run-mistake.js';
import { setting } from './setting.js';

/** A union is printed in the order in which the compiler met its parts, which any other file may change. */
const inOrder = (line: string | undefined) => line?.split(/( \| |'|[<>]|\?$)/).toSorted();

function compileAll(expressions: readonly string[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const snippets = expressions.map((code) => {
    const whole = `${setting}${code};\n`;
    return { name: code, code: `import * as z from 'zod';\n${importUsed(whole)}\n${whole}` };
  });
  return compileSnippets('6.0', snippets);
}

describe('the compiler says of a first mistake', () => {
  let found: ReadonlyMap<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileAll(mistakes.map(({ code }) => code));
  }, 120_000);

  test.each(mistakes)('$code', ({ code, compiler }) => {
    expect(inOrder(found.get(code)?.[0]?.message)).toEqual(inOrder(compiler));
  });
});

test('what to write instead of a first mistake compiles', () => {
  const corrections = new Set(mistakes.flatMap(({ instead = [] }) => instead));
  const refused = [...compileAll([...corrections])].filter(([, problems]) => problems.length > 0);
  expect(refused).toEqual([]);
});

describe('the run time says of a first mistake', () => {
  test.each(mistakes)('$code', async ({ code, runtime }) => {
    expect(await runMistake(code)).toBe(runtime);
  });
});

test('every mistake is told by one of them, and there are 121', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(121);
  expect(mistakes.filter(({ compiler, runtime }) => !compiler && !runtime)).toEqual([]);
});

test('a mistake for which the compiler has only its own words is corrected on the page', () => {
  const isOurs = (line = '') => /Because<|MadeBy<|type '"[^']* [^']*"'/.test(line);
  const unexplained = mistakes.filter(
    ({ compiler, runtime, instead }) => !isOurs(compiler) && !runtime && !instead,
  );
  expect(unexplained).toEqual([]);
});

test('no sentence shows how it was made', () => {
  const towers = mistakes.filter(({ compiler = '' }) =>
    /(NoInfer<|Marked\w+<|Refused\w+<|Offer\w*<)/.test(compiler),
  );
  expect(towers).toEqual([]);
});

test('docs/first-mistakes.md is what the list says', () => {
  const script = `${root}scripts/first-mistakes-doc.mjs`;
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});
