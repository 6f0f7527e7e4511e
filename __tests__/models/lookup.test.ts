import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../lib/models/catalogue.js';
import { findModel } from '../../lib/models/find-model.js';
import { suggestModel, unknownModelRefusal } from '../../lib/models/lookup.js';

describe('findModel()', () => {
  test('finds a model by id and by alias', () => {
    expect(findModel('claude-opus-5-5')).toMatchObject(catalogue['claude-opus-5-5']);
    expect(findModel('claude-haiku-4-5')?.aliasOf).toBe('claude-haiku-4-5-20251001');
  });

  test.each(['', 'gpt-9', 'constructor', '__proto__', 'toString', 'Claude-Opus-5-5'])(
    'returns undefined for %j',
    (id) => {
      expect(findModel(id)).toBeUndefined();
    },
  );
});

describe('suggestModel()', () => {
  test.each([
    ['claude-opus-5.5', 'claude-opus-5-5'],
    ['claude-opus-55', 'claude-opus-5-5'],
    ['claude_sonnet_5_5', 'claude-sonnet-5-5'],
    ['Claude Haiku 4.5', 'claude-haiku-4-5'],
    ['cluade-haiku-4-5', 'claude-haiku-4-5'],
    ['claude-haiku-45', 'claude-haiku-4-5'],
    ['claude-opus-5-5 ', 'claude-opus-5-5'],
    ['claude-3-haiku-20240308', 'claude-3-haiku-20240307'],
    ['claude-opus-6', 'claude-opus-5'],
  ])('suggests a model for %j: %s', (id, meant) => {
    expect(suggestModel(id)).toBe(meant);
  });

  test.each(['', 'x', 'gpt-9', 'gemini-pro', 'anthropic/claude-opus-5-5-20260922'])(
    'returns undefined for %j',
    (id) => {
      expect(suggestModel(id)).toBeUndefined();
    },
  );

  test('suggests a known id for itself', () => {
    for (const id of Object.keys(catalogue)) expect(suggestModel(id)).toBe(id);
  });
});

describe('the refusal of an unknown model', () => {
  test('suggests a similar model', () => {
    expect(unknownModelRefusal('claude-opus-55')).toBe(
      'clust does not know the model claude-opus-55: use defineModel() for a model newer than this release. ' +
        'Did you mean "claude-opus-5-5"?',
    );
  });

  test('names only defineModel() when no model is similar', () => {
    expect(unknownModelRefusal('gpt-9')).toBe(
      'clust does not know the model gpt-9: use defineModel() for a model newer than this release',
    );
  });
});
