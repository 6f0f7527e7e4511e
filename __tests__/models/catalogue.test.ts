import { describe, expect, test } from '@jest/globals';
import { aliases } from '../../lib/models/aliases.js';
import { type Catalogue, catalogue } from '../../lib/models/catalogue.js';
import { findModel } from '../../lib/models/find-model.js';
import { effortLevels, type ModelPrice, type ModelSpec } from '../../lib/models/model-spec.js';
import { prefixCheckOf } from '../../lib/models/prefix-check.js';
import { batchMultiplier, usInferenceMultiplier } from '../../lib/models/prices.js';
import {
  describeWithPublishedModels,
  publishedModels,
  publishedNames,
  publishedSpec,
} from './published-models.js';

const rows = Object.keys(catalogue).map(specFor);

/** The facts of a model that must be in the catalog. */
function specFor(id: string): ModelSpec {
  const spec = findModel(id);
  if (spec === undefined) throw new Error(`no facts for ${id}`);
  return spec;
}

const idsWhere = (holds: (spec: ModelSpec) => boolean) => rows.filter(holds).map(({ id }) => id);

describeWithPublishedModels('the catalog and the published facts', () => {
  test('have the same models from Claude 3 on', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(publishedModels.map(({ id }) => id).toSorted());
  });

  test.each(publishedModels)('have the same values for $id', (row) => {
    expect(specFor(row.id)).toMatchObject(publishedSpec(row));
  });

  test.each(publishedModels)('have the same batch and US price multipliers for $id', (row) => {
    const { price, longPromptPrice, inferenceGeo } = specFor(row.id);
    const batched = (each: ModelPrice) =>
      Object.fromEntries(
        Object.entries(publishedNames(each)).map(([key, usd]) => [
          key,
          usd && expect.closeTo(usd * batchMultiplier),
        ]),
      );
    if (price && row.price_batch_per_mtok) expect(row.price_batch_per_mtok).toEqual(batched(price));
    const [, longPrompt] = row.price_batch_tiers ?? [];
    if (longPromptPrice && longPrompt) expect(longPrompt).toMatchObject(batched(longPromptPrice));
    expect(inferenceGeo === true ? usInferenceMultiplier : null).toBe(
      row.inference_geo_us?.multiplier ?? null,
    );
  });
});

// The rule for this version refuses sampling parameters for every model.
describeWithPublishedModels('the published facts', () => {
  test.each(publishedModels)('reject sampling parameters for $id under API version 2026-10-21', (row) => {
    expect(row.sampling['2026-10-21']).toBe('rejected');
  });
});

describe('the catalog', () => {
  test('has each row under its own id', () => {
    expect(rows.map(({ id }) => id)).toEqual(Object.keys(catalogue));
  });

  test('gives an alias the facts of its model', () => {
    for (const alias of rows.filter(({ aliasOf }) => aliasOf !== null)) {
      const target = rows.find(({ id }) => id === alias.aliasOf);
      expect({ ...alias, id: target?.id, aliasOf: null }).toEqual(target);
    }
    expect(idsWhere(({ aliasOf }) => aliasOf !== null)).toHaveLength(12);
  });

  test('has only defaults that the model accepts', () => {
    for (const { effort, defaultEffort, thinking, thinkingDefault } of rows) {
      if (defaultEffort === null) expect(effort).toEqual([]);
      else expect(effort).toContain(defaultEffort);
      if (thinkingDefault === 'none') expect(thinking).toEqual([]);
      if (thinkingDefault === 'adaptive') expect(thinking).toContain('adaptive');
      if (thinkingDefault === 'off') expect(thinking).toContain('disabled');
    }
  });

  test('says whether a model accepts temperature and top_p together, only one of them, or neither', () => {
    expect(catalogue['claude-haiku-4-5'].sampling).toBe('one-of');
    expect(catalogue['claude-sonnet-4-6'].sampling).toBe('one-of');
    expect(catalogue['claude-opus-4-7'].sampling).toBe('rejected');
    expect(catalogue['claude-3-haiku-20240307'].sampling).toBe('accepted');
  });

  test('lists the models without forced tool choice', () => {
    expect(idsWhere(({ forcedToolChoice }) => !forcedToolChoice)).toEqual([
      'claude-fable-5-2',
      'claude-mythos-5-2',
      'claude-sonnet-5-5',
      'claude-opus-5-5',
      'claude-fable-5-1',
      'claude-mythos-5-1',
      'claude-mythos-preview',
    ]);
  });

  test('says that all models released after 2026-08-31, and no others, check the prefix of thinking blocks', () => {
    const later = idsWhere(({ lifecycle }) => (lifecycle.released ?? '') > '2026-08-31');
    expect(idsWhere(({ id }) => prefixCheckOf(id) !== undefined)).toEqual(later);
  });

  test('lists each model among its own advisors, except Claude Haiku 4.5', () => {
    const advised = rows.filter(({ advisorModels }) => advisorModels !== null);
    const others = advised.filter(({ id, advisorModels }) => !advisorModels?.includes(id));
    expect(others.map(({ id }) => id)).toEqual(['claude-haiku-4-5-20251001', 'claude-haiku-4-5']);
  });

  test('lists the models with fast speed, with a beta header and without', () => {
    expect(idsWhere(({ fast }) => fast === 'ga')).toEqual([
      'claude-fable-5-2',
      'claude-mythos-5-2',
      'claude-opus-5-5',
    ]);
    expect(idsWhere(({ fast }) => fast === 'beta')).toEqual(['claude-opus-5', 'claude-opus-4-8']);
    expect(idsWhere(({ fast }) => fast === 'ignored')).toEqual(['claude-opus-4-6']);
    expect(findModel('claude-opus-4-8')?.fastUntil).toBe('2026-11-30');
  });

  test('lists the models that take computer use only as a toolset', () => {
    expect(idsWhere(({ computerUse }) => computerUse === 'toolset')).toEqual([
      'claude-fable-5-2',
      'claude-mythos-5-2',
      'claude-haiku-5-5',
      'claude-sonnet-5-5',
      'claude-opus-5-5',
    ]);
  });

  test('says which models accept a system message between turns, and for which this is not documented', () => {
    const undocumented = idsWhere(
      ({ midConversationSystem, lifecycle }) =>
        midConversationSystem === null && lifecycle.stage !== 'retired',
    );
    expect(undocumented).toEqual(['claude-sonnet-5', 'claude-mythos-preview']);
    expect(catalogue['claude-opus-4-8'].midConversationSystem).toBe(true);
    expect(catalogue['claude-opus-4-7'].midConversationSystem).toBe(false);
  });

  test('lists the models whose thinking budget may exceed max_tokens with the interleaved-thinking beta', () => {
    expect(idsWhere(({ interleavedThinking }) => interleavedThinking === true)).toEqual([
      'claude-sonnet-4-6',
      'claude-opus-4-5-20251101',
      'claude-opus-4-5',
      'claude-sonnet-4-5-20250929',
      'claude-sonnet-4-5',
      'claude-opus-4-1-20250805',
      'claude-opus-4-1',
      'claude-opus-4-20250514',
      'claude-opus-4-0',
      'claude-4-opus-20250514',
      'claude-sonnet-4-20250514',
      'claude-sonnet-4-0',
      'claude-4-sonnet-20250514',
    ]);
  });

  test('has literal types, which the compile-time rules read', () => {
    const limit: 64000 = catalogue['claude-haiku-4-5'].maxOutputTokens;
    const crate: 4096 = catalogue['claude-3-sonnet-20240229'].maxOutputTokens;
    const effort: readonly ['low', 'medium', 'high'] = catalogue['claude-opus-4-5'].effort;
    // @ts-expect-error: Claude Sonnet 5.5 does not accept disabled thinking
    const thinking: Catalogue['claude-sonnet-5-5']['thinking'][number] = 'disabled';
    expect([limit, crate, aliases['claude-haiku-4-5'], effort, thinking]).toEqual([
      64_000,
      4096,
      'claude-haiku-4-5-20251001',
      effortLevels.slice(0, 3),
      'disabled',
    ]);
  });
});
