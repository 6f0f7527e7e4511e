import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileSnippets, objections } from '../support/compile.js';
import { commentSnippets } from '../support/fenced-snippets.js';
import { root } from '../support/typescript-versions.js';

const files = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ path: `lib/${file}`, source: readFileSync(`${root}lib/${file}`, 'utf8') }));

describe('the examples in doc comments', () => {
  const snippets = files.flatMap(({ path, source }) => commentSnippets(path, source));
  const found = compileSnippets(
    '6.0',
    snippets.map(({ place, code }) => ({ name: place, code })),
  );

  test.each(snippets.map(({ place }) => place))('compile: %s', (place) => {
    expect(objections(found.get(place))).toEqual([]);
  });

  test.each(files.filter(({ source }) => source.includes('@example')))(
    'are fenced in $path',
    ({ source }) => {
      expect(source.match(/@example(?!.*\n\s*\* ```ts\n)/g)).toBeNull();
    },
  );
});
