import type { Lifecycle, ModelPrice } from './model-spec.js';

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

export function active(released: string, notBefore: string): Lifecycle {
  return { stage: 'active', released, deprecatedAt: null, retiresAt: null, notBefore };
}

export function deprecated(released: string, deprecatedAt: string, retiresAt: string | null): Lifecycle {
  return { stage: 'deprecated', released, deprecatedAt, retiresAt, notBefore: null };
}

export function retired(released: string, deprecatedAt: string, retiresAt: string): Lifecycle {
  return { stage: 'retired', released, deprecatedAt, retiresAt, notBefore: null };
}
