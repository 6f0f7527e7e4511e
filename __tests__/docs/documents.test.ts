import { describe, expect, test } from '@jest/globals';
import { compileSnippets, objections } from '../support/compile.js';
import { documents, rowsUnder } from '../support/documents.js';
import { type FencedSnippet, fencedSnippets } from '../support/fenced-snippets.js';
import { importUsed } from '../support/import-used.js';
import { printDiagnostics } from '../support/print-diagnostics.js';
import { runSnippet, sharedServer } from '../support/run-program.js';

const pages = documents();
const snippets = pages.flatMap(({ path, markdown }) => fencedSnippets(path, markdown));

describe('a snippet of the documentation without an error compiles', () => {
  const accepted = snippets.filter(({ refusal }) => refusal === undefined);
  const found = compileSnippets(
    '6.0',
    accepted.map(({ place, code }) => ({ name: place, code })),
  );

  test.each(accepted.map(({ place }) => place))('%s', (place) => {
    expect(objections(found.get(place))).toEqual([]);
  });
});

describe('a snippet of the documentation with an error causes the error printed below it', () => {
  test.each(snippets.filter(({ refusal }) => refusal !== undefined))('$place', ({ code, refusal }) => {
    expect(printDiagnostics(code).trimEnd()).toBe(refusal?.trimEnd());
  });
});

describe('the tables "You write / The compiler says" of the documentation', () => {
  const rows = pages.flatMap(({ path, markdown }) =>
    rowsUnder(['You write', 'The compiler says'], markdown).map(([cell = '', sentence = '']) => {
      const code = cell.slice(1, -1);
      return { name: `${path}: ${code}`, code, sentence };
    }),
  );
  const found = compileSnippets(
    '6.0',
    rows.map(({ name, code: cell }) => {
      const code = cell.replace(/^\./, 'MessagesRequestBuilder.');
      return { name, code: `${importUsed(code)}\n${code};` };
    }),
  );

  test('have rows', () => {
    expect(rows).not.toEqual([]);
  });

  test.each(rows)('quote the compiler error for $name', ({ name, sentence }) => {
    expect(objections(found.get(name))).toEqual([expect.stringContaining(`"${sentence}"`)]);
  });
});

describe('a complete program in the documentation runs and prints its `//=>` lines', () => {
  const server = sharedServer();
  test.each(snippets.filter(({ runs }) => runs))(
    '$place',
    async ({ place, code }: FencedSnippet) => {
      const printed = await runSnippet(server, place, code);
      const expected = [...code.matchAll(/\/\/=> (.*)/g)].map(([, line]) => line);
      if (expected.length > 0) expect(printed.trimEnd().split('\n')).toEqual(expected);
    },
    60_000,
  );
});
