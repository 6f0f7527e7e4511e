import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileSnippets, objections } from '../support/compile.js';
import { commentSnippets } from '../support/fenced-snippets.js';
import { root } from '../support/typescript-versions.js';

const files = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ path: `lib/${file}`, source: readFileSync(`${root}lib/${file}`, 'utf8') }));

describe('every example in a doc comment', () => {
  const snippets = files.flatMap(({ path, source }) => commentSnippets(path, source));
  const found = compileSnippets(
    '6.0',
    snippets.map(({ place, code }) => ({ name: place, code })),
  );

  test.each(snippets.map(({ place }) => place))('%s compiles', (place) => {
    expect(objections(found.get(place))).toEqual([]);
  });

  test.each(files.filter(({ source }) => source.includes('@example')))('$path is fenced', ({ source }) => {
    expect(source.match(/@example(?!.*\n\s*\* ```ts\n)/g)).toBeNull();
  });
});
