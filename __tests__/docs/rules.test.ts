import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../lib/request/rules/all.js';
import { root } from '../support/typescript-versions.js';

const page = readFileSync(`${root}docs/rules.md`, 'utf8');
const sources = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${root}lib/${file}`, 'utf8'));
const reported = sources.flatMap((source) =>
  [...source.matchAll(/\brule: '([a-z-]+)'/g)].map(([, id = '']) => id),
);

describe('docs/rules.md', () => {
  test('is what scripts/rules-doc.mjs generates', () => {
    expect(
      execFileSync(process.execPath, [`${root}scripts/rules-doc.mjs`, '--check'], { encoding: 'utf8' }),
    ).toBe('');
  });

  test.each([...new Set([...rules.map(({ id }) => id), ...reported])].toSorted())(
    'has a heading for the rule %s',
    (id) => {
      expect(page).toMatch(new RegExp(`^##+ ${id}$`, 'm'));
    },
  );
});
