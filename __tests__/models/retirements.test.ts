import { expect, test } from '@jest/globals';
import { catalogue } from '../../lib/models/catalogue.js';
import { findModel } from '../../lib/models/find-model.js';
import { retirementAdvice } from '../../lib/models/retirements.js';

const today = new Date('2026-12-01');

test('the advice for a retired model names its retirement date and an active successor of the same line', () => {
  for (const id of Object.keys(catalogue)) {
    const { lifecycle, line } = findModel(id) ?? {};
    const [, day, successor = ''] =
      /retired on (\S+): use (\S+)\.$/.exec(retirementAdvice(id, today) ?? '') ?? [];
    const isRetired = lifecycle?.retiresAt != null && lifecycle.retiresAt <= '2026-12-01';
    expect([id, day]).toEqual([id, isRetired ? lifecycle?.retiresAt : undefined]);
    if (isRetired) expect(findModel(successor)).toMatchObject({ line, lifecycle: { stage: 'active' } });
  }
});

test('a model has retirement advice from its retirement date on, and not before', () => {
  expect(retirementAdvice('claude-sonnet-4-5', new Date('2026-11-29T23:00:00Z'))).toBeUndefined();
  expect(retirementAdvice('claude-sonnet-4-5', today)).toBe(
    'claude-sonnet-4-5 was retired on 2026-11-30: use claude-sonnet-5-5.',
  );
  expect(retirementAdvice('claude-next', today)).toBeUndefined();
});
