import { effortLevels, type Lifecycle, type ModelPrice } from './model-spec.js';

// What neighbouring rows of the catalogue share. A row spreads one of these and says where it differs;
// a spread of constants keeps every literal type, and the emitted declarations stay flat.

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

export function active(released: string, notBefore: string): Lifecycle<'active'> {
  return { stage: 'active', released, deprecatedAt: null, retiresAt: null, notBefore };
}

export function deprecated(
  released: string,
  deprecatedAt: string,
  retiresAt: string | null,
): Lifecycle<'deprecated'> {
  return { stage: 'deprecated', released, deprecatedAt, retiresAt, notBefore: null };
}

export function retired(released: string, deprecatedAt: string, retiresAt: string): Lifecycle<'retired'> {
  return { stage: 'retired', released, deprecatedAt, retiresAt, notBefore: null };
}

/** The rules of the Claude 3 models, which do not think. */
export const third = {
  aliasOf: null,
  maxOutputTokens: 4096,
  contextWindow: 200_000,
  batchMaxOutputTokens: null,
  minCacheableTokens: null,
  sampling: 'accepted',
  thinking: [],
  thinkingDefault: 'none',
  interleavedThinking: false,
  effort: [],
  defaultEffort: null,
  effortWithDisabled: null,
  effortWithBetweenTools: null,
  perMessageEffort: false,
  perMessageEffortWithDisabled: false,
  forcedToolChoice: true,
  prefill: true,
  midConversationSystem: false,
  structuredOutputs: false,
  imageInput: true,
  pdfInput: null,
  computerUse: 'any',
  compaction: false,
  taskBudget: false,
  fast: false,
} as const;

/** The first models that think, with a budget: Claude 3.7 to 4.1. */
export const firstThinkers = {
  ...third,
  maxOutputTokens: 32_000,
  minCacheableTokens: 1024,
  // For these retired models no source names `disabled`. It says in words what leaving thinking out does,
  // so it is taken as accepted.
  thinking: ['enabled', 'disabled'],
  thinkingDefault: 'off',
  interleavedThinking: null,
  pdfInput: true,
} as const;

/** Claude 4.5: thinking with a budget, one of temperature and top_p. */
export const fourFive = {
  ...firstThinkers,
  maxOutputTokens: 64_000,
  minCacheableTokens: 4096,
  sampling: 'one-of',
  interleavedThinking: true,
  structuredOutputs: true,
} as const;

/** Claude 4.6: adaptive thinking joins the budget, prefill goes. */
export const fourSix = {
  ...fourFive,
  maxOutputTokens: 128_000,
  contextWindow: 1_000_000,
  batchMaxOutputTokens: 300_000,
  thinking: ['adaptive', 'enabled', 'disabled'],
  effort: ['low', 'medium', 'high', 'max'],
  defaultEffort: 'high',
  prefill: false,
  compaction: true,
} as const;

/** Claude 4.7 to Sonnet 5: the budget and the sampling parameters go. */
export const fourSeven = {
  ...fourSix,
  sampling: 'rejected',
  thinking: ['adaptive', 'disabled'],
  interleavedThinking: false,
  effort: effortLevels,
  taskBudget: true,
} as const;

/** Claude 5 and later: the model thinks unless it can be, and is, told not to. */
export const fifth = {
  ...fourSeven,
  minCacheableTokens: 512,
  thinking: ['adaptive'],
  thinkingDefault: 'adaptive',
  perMessageEffort: true,
  perMessageEffortWithDisabled: null,
  midConversationSystem: true,
} as const;

/** Fable and Mythos: one model, once for everyone and once for verified organizations. */
export const fable = { ...fifth, batchMaxOutputTokens: null } as const;
