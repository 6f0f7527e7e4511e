import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileSnippets, objections } from '../support/compile.js';
import { type FencedSnippet, fencedSnippets } from '../support/fenced-snippets.js';
import { runSnippet } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

const pages = existsSync(`${root}docs`)
  ? readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`)
  : [];
const snippets = ['README.md', ...pages.toSorted()].flatMap((path) =>
  fencedSnippets(path, readFileSync(root + path, 'utf8')),
);

describe('every snippet of the documents compiles', () => {
  const found = compileSnippets(
    '6.0',
    snippets.map(({ place, code }) => ({ name: place, code })),
  );

  test.each(snippets.map(({ place }) => place))('%s', (place) => {
    expect(objections(found.get(place))).toEqual([]);
  });
});

describe('every whole program of the documents runs, and prints what it says it prints', () => {
  test.each(snippets.filter(({ runs }) => runs))(
    '$place',
    async ({ place, code }: FencedSnippet) => {
      const printed = await runSnippet(place, code);
      const promised = [...code.matchAll(/\/\/=> (.*)/g)].map(([, line]) => line);
      if (promised.length > 0) expect(printed.trimEnd().split('\n')).toEqual(promised);
    },
    60_000,
  );
});
