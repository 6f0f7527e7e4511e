import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

const readme = readFileSync(`${root}README.md`, 'utf8').replace(/\s+/g, ' ');

/** The budget in a test file. */
function budgetOf(path: string): number {
  const [, figure = ''] = /^const budget = ([\d_]+);$/m.exec(readFileSync(root + path, 'utf8')) ?? [];
  return Number(figure.replaceAll('_', ''));
}

test('the README states the bundle size that size.test.ts enforces', () => {
  expect(readme).toContain(
    `at most ${budgetOf('__tests__/packaging/size.test.ts') / 1000} kB, minified and gzipped`,
  );
});

test('the README states the number of type instantiations that type-cost.test.ts enforces', () => {
  const figure = budgetOf('__tests__/request/type-cost.test.ts').toLocaleString('en');
  expect(readme).toContain(`fewer than ${figure} type instantiations`);
});
