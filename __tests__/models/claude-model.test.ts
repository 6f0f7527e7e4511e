import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../lib/models/catalogue.js';
import { ClaudeModel } from '../../lib/models/claude-model.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('ClaudeModel', () => {
  test('has exactly one member for every id and alias of the catalog', () => {
    expect(Object.values(ClaudeModel).toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  test('is up to date with the catalog, including its doc comments', () => {
    expect(() =>
      execFileSync(process.execPath, [`${root}scripts/claude-model.mjs`, '--check'], { encoding: 'utf8' }),
    ).not.toThrow();
  });

  test('keeps the names that the Rust crate gave to the Claude 3 models', () => {
    expect(ClaudeModel).toMatchObject({
      Claude3Opus20240229: 'claude-3-opus-20240229',
      Claude3Sonnet20240229: 'claude-3-sonnet-20240229',
      Claude3Haiku20240307: 'claude-3-haiku-20240307',
    });
  });

  test('names a model by its line and version, and by its date if the id has one', () => {
    const named: 'claude-opus-5-5' = ClaudeModel.Opus5_5;
    const dated: 'claude-haiku-4-5-20251001' = ClaudeModel.Haiku4_5_20251001;
    const either: ClaudeModel = Math.random() < 1 ? named : dated;
    // @ts-expect-error: the type is the union of the members, not any string
    const other: ClaudeModel = 'claude-opus-55';
    expect([either, other]).toEqual(['claude-opus-5-5', 'claude-opus-55']);
  });
});
