import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

test('docs/architecture.md lists the rooms that the layer check knows, in their order', () => {
  const known = readFileSync(`${root}.dependency-cruiser.mjs`, 'utf8').matchAll(/^rooms\.set\('(\w+)'/gm);
  const [, list = ''] = readFileSync(`${root}docs/architecture.md`, 'utf8').split(/^```text?\n|^```\n/m);
  const listed = list.matchAll(/^(\w+) +\S/gm);
  expect([...listed].map(([, room]) => room)).toEqual([...known].map(([, room]) => room));
});
