import type { ModelId } from './catalogue.js';

/**
 * The output limit of a model in a batch with the beta `output-300k-2026-03-24`; `undefined` if it is not raised. It
 * equals `batchMaxOutputTokens` of the model's facts, which a test verifies. The facts are large, so code for batches
 * does not load them.
 */
export function batchMaxOutputTokensOf(id: string): LargeOutput | undefined {
  return large.has(id) ? 300_000 : undefined;
}

/** The highest output limit in a batch. */
export type LargeOutput = 300_000;

/** The ids of the models with that limit, for the compiler. */
export type LargeInBatch = (typeof LARGE)[number];

const LARGE = [
  'claude-haiku-5-5',
  'claude-sonnet-5-5',
  'claude-opus-5-5',
  'claude-opus-5',
  'claude-sonnet-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-opus-4-6',
  'claude-sonnet-4-6',
] as const satisfies readonly ModelId[];

const large: ReadonlySet<string> = new Set(LARGE);
