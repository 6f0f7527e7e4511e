import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documents } from '../support/documents.js';
import { root } from '../support/typescript-versions.js';

test('the sidebar of the site lists every page of docs/ once', () => {
  const lists = readFileSync(`${root}site/build/sections.mjs`, 'utf8').matchAll(/pages: \[([^\]]*)\]/g);
  const named = [...lists].flatMap(([, list = '']) =>
    [...list.matchAll(/'([\w-]+)'/g)].map(([, page]) => page),
  );
  const pages = documents()
    .filter(({ path }) => path.startsWith('docs/'))
    .map(({ path }) => path.slice('docs/'.length, -'.md'.length));
  expect(named.toSorted()).toEqual(pages.toSorted());
});
