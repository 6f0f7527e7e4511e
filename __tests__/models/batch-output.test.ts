import { expect, test } from '@jest/globals';
import { batchMaxOutputTokensOf } from '../../lib/models/batch-output.js';
import { catalogue } from '../../lib/models/catalogue.js';
import { findModel } from '../../lib/models/find-model.js';

test('batchMaxOutputTokensOf() agrees with the facts of every model', () => {
  const ids = Object.keys(catalogue);
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.map((id) => [id, batchMaxOutputTokensOf(id) ?? null])).toEqual(
    ids.map((id) => [id, findModel(id)?.batchMaxOutputTokens ?? null]),
  );
});
