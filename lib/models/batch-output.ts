import type { ModelId } from './catalogue.js';

/**
 * What a model generates at most in a batch with the beta `output-300k-2026-03-24`; `undefined` for one that generates no
 * more there than elsewhere. The same as `batchMaxOutputTokens` of the model's facts, which a test compares: those are
 * large, and what calls batches must not carry them.
 */
export function batchMaxOutputTokensOf(id: string): LargeOutput | undefined {
  return large.has(id) ? 300_000 : undefined;
}

/** The most that any model generates in a batch. */
export type LargeOutput = 300_000;

/** The ids of the models that generate as much in a batch, for the compiler. */
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
