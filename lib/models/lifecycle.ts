import type { Lifecycle } from './model-spec.js';

export function active(released: string, notBefore: string): Lifecycle {
  return { stage: 'active', released, deprecatedAt: null, retiresAt: null, notBefore };
}

export function deprecated(
  released: string,
  deprecatedAt: string,
  retiresAt: string | null,
  notBefore: string | null = null,
): Lifecycle {
  return { stage: 'deprecated', released, deprecatedAt, retiresAt, notBefore };
}

export function retired(released: string, deprecatedAt: string, retiresAt: string): Lifecycle {
  return { stage: 'retired', released, deprecatedAt, retiresAt, notBefore: null };
}
