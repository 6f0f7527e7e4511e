import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../lib/models/catalogue.js';
import { ClaudeModel } from '../../lib/models/claude-model.js';
import { findModel } from '../../lib/models/find-model.js';
import { claudeModelDoc } from './claude-model-doc.js';

const source = readFileSync(new URL('../../lib/models/claude-model.ts', import.meta.url), 'utf8');

/** Every member with the lines of its JSDoc, as the source file has them. */
const documented = new Map(
  [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+\w+: '(claude-[^']+)'/g)].map(
    ([, doc = '', id = '']) => [
      id,
      doc
        .split('\n')
        .map((line) => line.replace(/^\s*\* ?/, '').trim())
        .filter((line) => line !== ''),
    ],
  ),
);

describe('ClaudeModel', () => {
  test('has exactly one member for every id and alias of the catalogue', () => {
    expect(Object.values(ClaudeModel).toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  test.each(Object.keys(catalogue))('documents %s as the catalogue has it', (id) => {
    const spec = findModel(id);
    expect(documented.get(id)).toEqual(spec && claudeModelDoc(spec));
  });

  test('keeps the names that the Rust crate gave to the Claude 3 models', () => {
    expect(ClaudeModel).toMatchObject({
      Claude3Opus20240229: 'claude-3-opus-20240229',
      Claude3Sonnet20240229: 'claude-3-sonnet-20240229',
      Claude3Haiku20240307: 'claude-3-haiku-20240307',
    });
  });

  test('names a model by line and version, and by its date where the id has one', () => {
    const named: 'claude-opus-5-5' = ClaudeModel.Opus5_5;
    const dated: 'claude-haiku-4-5-20251001' = ClaudeModel.Haiku4_5_20251001;
    const either: ClaudeModel = Math.random() < 1 ? named : dated;
    // @ts-expect-error: the type is the union of the members, not any string
    const other: ClaudeModel = 'claude-opus-55';
    expect([either, other]).toEqual(['claude-opus-5-5', 'claude-opus-55']);
  });
});
