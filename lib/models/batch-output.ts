import type { ModelId } from './catalogue.js';

/**
 * What a model generates at most in a batch with the beta `output-300k-2026-03-24`; `undefined` for one that generates no
 * more there than elsewhere. The same as `batchMaxOutputTokens` of the model's facts, which a test compares: those are
 * large, and what calls batches must not carry them.
 */
export function batchMaxOutputTokensOf(id: string): number | undefined {
  return LARGE.has(id) ? 300_000 : undefined;
}

const LARGE: ReadonlySet<string> = new Set([
  'claude-haiku-5-5',
  'claude-sonnet-5-5',
  'claude-opus-5-5',
  'claude-opus-5',
  'claude-sonnet-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-opus-4-6',
  'claude-sonnet-4-6',
] satisfies readonly ModelId[]);
