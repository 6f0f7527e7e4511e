import { effortLevels, type Lifecycle, type ModelSpec, thinkingTypes } from './model-spec.js';

const unannounced: Lifecycle<'active'> = {
  stage: 'active',
  released: null,
  deprecatedAt: null,
  retiresAt: null,
  notBefore: null,
};

/** The assumptions for a model without known facts: every setting is accepted, and the API decides. */
export const unknownModel = {
  aliasOf: null,
  line: null,
  lifecycle: unannounced,
  price: null,
  longPromptPrice: null,
  fastPrice: null,
  fastUntil: null,
  contextWindow: null,
  batchMaxOutputTokens: null,
  minCacheableTokens: null,
  sampling: 'accepted',
  thinking: thinkingTypes,
  // `off` allows sampling and prefill, which thinking would exclude.
  thinkingDefault: 'off',
  interleavedThinking: null,
  effort: effortLevels,
  defaultEffort: null,
  effortWithDisabled: null,
  effortWithBetweenTools: null,
  perMessageEffort: null,
  perMessageEffortWithDisabled: null,
  forcedToolChoice: true,
  prefill: true,
  midConversationSystem: null,
  structuredOutputs: true,
  imageInput: true,
  pdfInput: true,
  computerUse: 'any',
  compaction: true,
  taskBudget: null,
  lacksTools: [],
  programmaticToolCalls: null,
  advisorModels: null,
  fallbackModels: null,
  inferenceGeo: null,
  fast: 'ga',
} as const satisfies Omit<ModelSpec, 'id' | 'displayName' | 'maxOutputTokens'>;

export type UnknownModel = typeof unknownModel;
