import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

const readme = readFileSync(`${root}README.md`, 'utf8').replace(/\s+/g, ' ');

/** The budget that a test holds. */
function budgetOf(path: string): number {
  const [, figure = ''] = /^const budget = ([\d_]+);$/m.exec(readFileSync(root + path, 'utf8')) ?? [];
  return Number(figure.replaceAll('_', ''));
}

test('the README names the size that a test holds', () => {
  expect(readme).toContain(
    `at most ${budgetOf('__tests__/packaging/size.test.ts') / 1000} kB, minified and gzipped`,
  );
});

test('the README names the cost of types that a test holds', () => {
  const figure = budgetOf('__tests__/request/type-cost.test.ts').toLocaleString('en');
  expect(readme).toContain(`fewer than ${figure} type instantiations`);
});
