import type { ModelPrice } from './model-spec.js';

/** US dollars per million tokens: input, output, cache write for 5 minutes and for 1 hour, cache read. */
export function usd(
  input: number,
  output: number,
  cacheWrite5m: number | null = null,
  cacheWrite1h: number | null = null,
  cacheRead: number | null = null,
): ModelPrice {
  return { input, output, cacheWrite5m, cacheWrite1h, cacheRead };
}

/** The date when the prices of the catalog and of this file were last compared with the published ones. */
export const pricesAsOf = '2026-11-28';

/** The factor of every token price in a batch. */
export const batchMultiplier = 0.5;

/**
 * The factor of every token price with `inference_geo: 'us'`, for models that accept it (`inferenceGeo` of the
 * catalog).
 */
export const usInferenceMultiplier = 1.1;

/** US dollars for one web search, in addition to the tokens of its results. A failed search is free. */
export const webSearchPrice = 0.01;
