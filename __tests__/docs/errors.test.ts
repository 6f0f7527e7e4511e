import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as clust from '../../lib/index.js';
import { rowsUnder } from '../support/documents.js';
import { root } from '../support/typescript-versions.js';

const page = readFileSync(`${root}docs/errors.md`, 'utf8');
const code = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${root}lib/${file}`, 'utf8'))
  .join('\n');
const thrown = Object.keys(clust).filter((name) => name.endsWith('Error') && code.includes(`new ${name}(`));

describe('docs/errors.md', () => {
  test.each(thrown)('has a section for %s and lists it in the table', (name) => {
    expect(page).toContain(`\n## ${name}\n`);
    const listed = rowsUnder(['error', 'when', 'what to do'], page).map(([error]) => error);
    expect(listed).toContain(`[\`${name}\`](#${name.toLowerCase()})`);
  });
});
