import { batchMaxOutputTokensOf } from '../../models/batch-output.js';
import { rulesOf } from '../../models/lookup.js';
import type { BatchRequest } from './batch-item.js';

/** The beta that raises the output limit of a request in a batch. */
export const LARGE_OUTPUT_BETA = 'output-300k-2026-03-24';

/** Whether `max_tokens` is above the model's usual limit, and within its limit in a batch. */
export function asksForMore({ model, max_tokens }: BatchRequest): boolean {
  const spec = rulesOf(model);
  return (
    spec !== undefined &&
    max_tokens > spec.maxOutputTokens &&
    max_tokens <= (batchMaxOutputTokensOf(model) ?? 0)
  );
}
